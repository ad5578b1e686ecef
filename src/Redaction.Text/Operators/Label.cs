using System.Buffers;
using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>Writes the entity type in brackets, <c>[email]</c>, on demand with a number, <c>[person 2]</c>,
/// or a text of the policy's own.</summary>
/// <remarks>What stands in brackets is not found again, so that redacting twice changes nothing more;
/// of another text its author must see to that.</remarks>
public sealed class Label : ITextOperator
{
    private const string Plain = "[{entity}]", Numbered = "[{entity} {n}]";

    private readonly LabelTemplate _template;
    private readonly ValueNumbers? _numbers;

    /// <summary>Makes the operator as a policy has it that says nothing more of it.</summary>
    public Label()
        : this(new LabelTemplate(Plain), null) { }

    private Label(LabelTemplate template, ValueNumbers? numbers) => (_template, _numbers) = (template, numbers);

    /// <inheritdoc/>
    public string Id => "label";

    /// <inheritdoc/>
    public string Description =>
        "Replaces the value by its type in brackets, such as [email], or [person 2] when numbered, or by a text of your own.";

    /// <inheritdoc/>
    public ImmutableArray<OperatorOption> Options { get; } =
    [
        new("numbered", "boolean", "false", "Whether equal values of a document share a number; a person's name and its parts do."),
        new("template", "text", Plain,
            "What is written: {entity} and {ENTITY} are the type, {n} a number that equal values of a document share; "
            + "the rest stands as it is."),
    ];

    /// <inheritdoc/>
    public bool IsPerDocument => _template.IsNumbered && _numbers is null;

    /// <inheritdoc/>
    public ITextOperator Configure(OperatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.EnsureOnly(this);
        var isNumbered = options.Boolean("numbered", false);
        var template = new LabelTemplate(options.Text("template", isNumbered ? Numbered : Plain));
        if (isNumbered && !template.IsNumbered) throw new ArgumentException("Option 'template' has no {n}, although 'numbered' is true.");
        return new Label(template, null);
    }

    /// <inheritdoc/>
    public ITextOperator ForDocument(DocumentMemory memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        return _template.IsNumbered ? new Label(_template, memory.Of<ValueNumbers>()) : this;
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<char> original, in PlannedRedaction<TextSpan> item, IBufferWriter<char> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _template.Write(item.Finding.Type, _numbers?.Of(item.Finding.Type, original) ?? 0, output);
    }
}
