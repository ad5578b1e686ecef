using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Redaction.Text;

/// <summary>Finds personal data in text and writes the text without it.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class TextRedactor
{
    private static readonly RedactionContext s_default = new() { Medium = Medium.Text };
    private readonly RedactionPlanner<TextSource, TextSpan> _planner;
    private readonly RedactionPlanner<TextSource, TextSpan> _names;
    private readonly TextPlanWriter _writer;
    private readonly KnownReplacements? _known;

    /// <summary>Makes a redactor.</summary>
    /// <param name="policy">Decides what happens to each finding.</param>
    /// <param name="detectors">The detectors to run, such as <see cref="TextDetectors.All"/>.</param>
    /// <param name="operators">The operators that the policy may name, such as <see cref="TextOperators.All"/>.</param>
    /// <exception cref="PolicyException">The policy names an operator or option that does not exist.</exception>
    public TextRedactor(RedactionPolicy policy, IEnumerable<ITextDetector> detectors, params IEnumerable<IOperator> operators)
        : this(policy, detectors, new TextPlanWriter(policy, operators)) { }

    /// <summary>Makes a redactor that writes with <paramref name="writer"/>, bound to the same policy.</summary>
    internal TextRedactor(RedactionPolicy policy, IEnumerable<ITextDetector> detectors, TextPlanWriter writer)
    {
        ArgumentNullException.ThrowIfNull(detectors);
        ArgumentNullException.ThrowIfNull(writer);
        ITextDetector[] all = [.. detectors];
        _planner = new(policy, new NormalizingDetector(AnchorScan.Gather(all)));
        _names = new(policy, new NormalizingDetector(NameDetectors.Of(all)));
        _writer = writer;
    }

    private TextRedactor(TextRedactor other, TextPlanWriter writer, KnownReplacements? known) =>
        (_planner, _names, _writer, _known, Allowed, Unsearched, LooksAgain) =
            (other._planner, other._names, writer, known, other.Allowed, other.Unsearched, other.LooksAgain);

    /// <summary>A redactor for one document, whose operators share <paramref name="memory"/>; it belongs to one thread at a time.
    /// A redactor that is made for a document already is returned as it is.</summary>
    public TextRedactor ForDocument(DocumentMemory memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        var known = memory.Find<KnownReplacements>();
        if (!_writer.Lacks(memory) && known is null) return this;
        return new(this, _writer.Lacks(memory) ? _writer.ForDocument(memory) : _writer, known ?? _known) { Memory = memory };
    }

    /// <summary>Document-level refiners, run in order after all detectors.</summary>
    /// <value>None.</value>
    public ImmutableArray<IFindingRefiner<TextSource, TextSpan>> Refiners
    {
        get => _planner.Refiners;
        init => _planner = new(_planner.Policy, _planner.Detectors) { Refiners = value };
    }

    /// <summary>Literals that pass, whatever their case: what is looked for across the fields of a record leaves them alone too.</summary>
    /// <value>None.</value>
    public ImmutableArray<string> Allowed { get; init; } = [];

    /// <summary>What happens to parts of a document that nothing can search, such as a picture in a data URI.</summary>
    /// <value>The document is refused.</value>
    public UnsearchedChoice Unsearched { get; init; }

    /// <summary>Looks through a text once more without what was found, since a label in place of a value shows some other values in
    /// another light.</summary>
    /// <value>False.</value>
    internal bool LooksAgain { get; init; }

    /// <summary>True where redacted output is looked through, in which values are gone that told names of things from values.</summary>
    internal bool ReadsOutput => _known is not null;

    /// <summary>This redactor with one more refiner, after all others.</summary>
    internal TextRedactor With(IFindingRefiner<TextSource, TextSpan> refiner) =>
        new(this, _writer, _known) { Allowed = Allowed, Refiners = Refiners.Add(refiner), Memory = Memory };

    /// <summary>What the operators remember of the document; null where none of them remembers anything.</summary>
    internal DocumentMemory? Memory { get; private init; }

    /// <summary>Plans the redaction of a text in which this is the finding: no detector looks at it.</summary>
    internal RedactionPlan<TextSpan> PlanAs(in Finding<TextSpan> finding, ReadOnlySpan<char> text, RedactionContext context) =>
        _planner.Plan(new TextSource(text, InText(context)), new ReadOnlySpan<Finding<TextSpan>>(in finding));

    /// <summary>The policy that decides.</summary>
    public RedactionPolicy Policy => _planner.Policy;

    /// <summary>Plans the redaction: a dry run.</summary>
    /// <exception cref="RedactionException">A detector failed.</exception>
    public RedactionPlan<TextSpan> Plan(
        ReadOnlySpan<char> text,
        RedactionContext? context = null, RedactionObserver? observer = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var source = new TextSource(text, InText(context));
        var plan = _planner.Plan(source);
        if (!plan.Items.IsEmpty && _known is not null) plan = _known.Reduce(source, plan, _planner);
        else if (!plan.Items.IsEmpty && LooksAgain) plan = new SecondLook(_planner).Complete(source, plan, cancellationToken);
        observer?.OnPlan(default, plan, text);
        cancellationToken.ThrowIfCancellationRequested();
        return plan;
    }

    /// <summary>Plans the redaction of the name of a thing: a key, a column, a tag.
    /// Only what tells by itself what it is counts there.</summary>
    /// <param name="name">The name.</param>
    /// <param name="context">The context, with the path of the name as field.</param>
    /// <param name="mention">A finding that is known from elsewhere.</param>
    internal RedactionPlan<TextSpan> PlanName(ReadOnlySpan<char> name, RedactionContext context, Finding<TextSpan>? mention = null)
    {
        var certain = new FindingSink<TextSpan>();
        NameDetectors.Find(_names, name, certain);
        if (mention is { } known) certain.Add(in known);
        return _planner.Plan(new TextSource(name, InText(context)), certain.Items);
    }

    /// <summary>Writes the redacted text and returns what was done.</summary>
    /// <exception cref="RedactionException">A detector or operator failed; discard what was written.</exception>
    public RedactionPlan<TextSpan> Redact(
        ReadOnlySpan<char> text, IBufferWriter<char> output,
        RedactionContext? context = null, RedactionObserver? observer = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        var plan = Plan(text, context, observer, cancellationToken);
        if (!plan.Items.IsEmpty) WriterFor(text).Write(text, plan, output);
        else output.Write(text);
        RedactionSignals.Count(plan);
        return plan;
    }

    /// <summary>Returns the redacted text.</summary>
    /// <exception cref="RedactionException">A detector or operator failed.</exception>
    public string Redact(
        string text, RedactionContext? context = null, RedactionObserver? observer = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plan = Plan(text, context, observer, cancellationToken);
        if (plan.Items.IsEmpty) return text;
        var output = new ArrayBufferWriter<char>(text.Length);
        WriterFor(text).Write(text, plan, output);
        RedactionSignals.Count(plan);
        return output.WrittenSpan.ToString();
    }

    /// <summary>Returns the redacted text with the way back to the places of the original.</summary>
    /// <exception cref="RedactionException">A detector or operator failed.</exception>
    public RedactedText RedactWithEdits(
        string text, RedactionContext? context = null, RedactionObserver? observer = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plan = Plan(text, context, observer, cancellationToken);
        if (plan.Items.IsEmpty) return new(text, plan, new([], text.Length, text.Length));
        var output = new ArrayBufferWriter<char>(text.Length);
        var edits = ImmutableArray.CreateBuilder<TextEdit>(plan.Items.Length);
        var writer = WriterFor(text);
        writer.Observe(text, plan);
        var position = 0;
        foreach (ref readonly var item in plan.Items.AsSpan())
        {
            var span = item.Finding.Region;
            output.Write(text.AsSpan(position..span.Start));
            var start = output.WrittenCount;
            writer.WriteReplacement(text.AsSpan(span.Start, span.Length), in item, output);
            edits.Add(new(span, TextSpan.FromBounds(start, output.WrittenCount), item.Finding.Type, item.Rule, item.Operator));
            position = span.End;
        }
        output.Write(text.AsSpan(position));
        RedactionSignals.Count(plan);
        return new(output.WrittenSpan.ToString(), plan, new(edits.MoveToImmutable(), text.Length, output.WrittenCount));
    }

    /// <summary>Why a value was found: the detectors look at it again without what stands around it.</summary>
    /// <param name="text">The text that was planned.</param>
    /// <param name="finding">A finding of its plan.</param>
    /// <param name="context">The context of the plan.</param>
    /// <exception cref="ArgumentOutOfRangeException">The finding does not lie within the text.</exception>
    /// <exception cref="RedactionException">A detector failed.</exception>
    public FindingExplanation Explain(ReadOnlySpan<char> text, in Finding<TextSpan> finding, RedactionContext? context = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(finding.Region.End, text.Length, nameof(finding));
        return new FindingExplainer(_planner.Detectors).Explain(text, in finding, InText(context));
    }

    /// <summary>Carries out plans made by this redactor.</summary>
    internal TextPlanWriter Writer => _writer;

    /// <summary>A text that is redacted in one call is a document, named by its content.</summary>
    private TextPlanWriter WriterFor(ReadOnlySpan<char> text) =>
        _writer.IsForDocument ? _writer : _writer.ForDocument(new(Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(text)))));

    /// <summary>Rules may ask for the medium, so the context always names it.</summary>
    private static RedactionContext InText(RedactionContext? context) =>
        context is null || ReferenceEquals(context, RedactionContext.Default) ? s_default
        : context.Medium is null ? context with { Medium = Medium.Text } : context;
}
