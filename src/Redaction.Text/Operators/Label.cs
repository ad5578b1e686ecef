using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;

namespace Redaction.Text;

/// <summary>Writes the entity type in brackets, <c>[email]</c>, on demand with a number: <c>[person 2]</c>.</summary>
public sealed class Label : ITextOperator
{
    private bool _numbered;
    private DocumentMemory? _memory;

    /// <inheritdoc/>
    public string Id => "label";

    /// <inheritdoc/>
    public string Description => "Replaces the value by its type in brackets, such as [email], or [person 2] when numbered.";

    /// <inheritdoc/>
    public ImmutableArray<OperatorOption> Options { get; } =
        [new("numbered", "boolean", "false", "Whether equal values of a document share a number; a person's name and its parts do.")];

    /// <inheritdoc/>
    public bool IsPerDocument => _numbered && _memory is null;

    /// <inheritdoc/>
    public ITextOperator Configure(OperatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.EnsureOnly(this);
        return new Label { _numbered = options.Boolean("numbered", false) };
    }

    /// <inheritdoc/>
    public ITextOperator ForDocument(DocumentMemory memory) => _numbered ? new Label { _numbered = true, _memory = memory } : this;

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<char> original, in PlannedRedaction<TextSpan> item, IBufferWriter<char> output)
    {
        output.Write("[");
        output.Write(item.Finding.Type.Name);
        if (_memory is not null)
        {
            output.Write(" ");
            output.Write(_memory.Of<ValueNumbers>().Of(item.Finding.Type, original).ToString(CultureInfo.InvariantCulture));
        }
        output.Write("]");
    }
}
