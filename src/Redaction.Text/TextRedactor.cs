using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Redaction.Text;

/// <summary>Finds personal data in text and writes the text without it.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class TextRedactor
{
    private const string Medium = "text";
    private static readonly RedactionContext s_default = new() { Medium = Medium };
    private readonly RedactionPlanner<TextSource, TextSpan> _planner;
    private readonly TextPlanWriter _writer;

    /// <summary>Makes a redactor.</summary>
    /// <param name="policy">Decides what happens to each finding.</param>
    /// <param name="detectors">The detectors to run, such as <see cref="Packs.All"/>.</param>
    /// <param name="operators">The operators that the policy may name, such as <see cref="TextOperators.All"/>.</param>
    /// <exception cref="ArgumentException">The policy names an operator or option that does not exist.</exception>
    public TextRedactor(RedactionPolicy policy, IEnumerable<ITextDetector> detectors, params IEnumerable<ITextOperator> operators)
        : this(policy, detectors, new TextPlanWriter(policy, operators)) { }

    /// <summary>Makes a redactor that writes with <paramref name="writer"/>, bound to the same policy.</summary>
    public TextRedactor(RedactionPolicy policy, IEnumerable<ITextDetector> detectors, TextPlanWriter writer)
    {
        ArgumentNullException.ThrowIfNull(detectors);
        ArgumentNullException.ThrowIfNull(writer);
        _planner = new(policy, new NormalizingDetector(AnchorScan.Gather(detectors)));
        _writer = writer;
    }

    private TextRedactor(TextRedactor other, TextPlanWriter writer) => (_planner, _writer) = (other._planner, writer);

    /// <summary>A redactor for one document, whose operators share <paramref name="memory"/>; it belongs to one thread at a time.
    /// A redactor that is made for a document already is returned as it is.</summary>
    public TextRedactor ForDocument(DocumentMemory memory) => _writer.IsForDocument ? this : new(this, _writer.ForDocument(memory));

    /// <summary>Document-level refiners, run in order after all detectors.</summary>
    /// <value>None.</value>
    public ImmutableArray<IFindingRefiner<TextSource, TextSpan>> Refiners
    {
        get => _planner.Refiners;
        init => _planner = new(_planner.Policy, _planner.Detectors) { Refiners = value };
    }

    /// <summary>The policy that decides.</summary>
    public RedactionPolicy Policy => _planner.Policy;

    /// <summary>Plans the redaction: a dry run.</summary>
    /// <exception cref="RedactionException">A detector failed.</exception>
    public RedactionPlan<TextSpan> Plan(ReadOnlySpan<char> text, RedactionContext? context = null) =>
        _planner.Plan(new TextSource(text, InText(context)));

    /// <summary>Writes the redacted text and returns what was done.</summary>
    /// <exception cref="RedactionException">A detector or operator failed; discard what was written.</exception>
    public RedactionPlan<TextSpan> Redact(ReadOnlySpan<char> text, IBufferWriter<char> output, RedactionContext? context = null)
    {
        var plan = Plan(text, context);
        if (!plan.Items.IsEmpty) WriterFor(text).Write(text, plan, output);
        else output.Write(text);
        return plan;
    }

    /// <summary>Returns the redacted text.</summary>
    /// <exception cref="RedactionException">A detector or operator failed.</exception>
    public string Redact(string text, RedactionContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plan = Plan(text, context);
        if (plan.Items.IsEmpty) return text;
        var output = new ArrayBufferWriter<char>(text.Length);
        WriterFor(text).Write(text, plan, output);
        return output.WrittenSpan.ToString();
    }

    /// <summary>Carries out plans made by this redactor.</summary>
    public TextPlanWriter Writer => _writer;

    /// <summary>A text that is redacted in one call is a document, named by its content.</summary>
    private TextPlanWriter WriterFor(ReadOnlySpan<char> text) =>
        _writer.IsForDocument ? _writer : _writer.ForDocument(new(Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(text)))));

    /// <summary>Rules may ask for the medium, so the context always names it.</summary>
    private static RedactionContext InText(RedactionContext? context) =>
        context is null || ReferenceEquals(context, RedactionContext.Default) ? s_default
        : context.Medium is null ? context with { Medium = Medium } : context;
}
