using System.Buffers;
using System.Collections.Immutable;

namespace Redaction;

/// <summary>Carries out a text plan: copies what lies between the planned spans and lets each rule's operator write the rest.</summary>
/// <remarks>Immutable and thread-safe, unless made for one document. What an operator wrote is never looked at again.</remarks>
internal sealed class TextPlanWriter
{
    private readonly RedactionPolicy _policy;
    private readonly ImmutableArray<ITextOperator?> _byRule;
    private readonly WrittenTexts? _written;
    private readonly ArrayBufferWriter<char>? _copy;

    /// <summary>Binds every rule of a policy to its operator, with the rule's options.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="operators">The operators there are; a rule with one of another medium erases in text.</param>
    /// <exception cref="PolicyException">A rule names an operator that does not exist, or an option that it does not have.</exception>
    public TextPlanWriter(RedactionPolicy policy, params IEnumerable<IOperator> operators)
        : this(policy, new OperatorRegistry(operators)) { }

    internal TextPlanWriter(RedactionPolicy policy, OperatorRegistry operators)
    {
        _policy = policy;
        _byRule = operators.Bind<ITextOperator>(policy, Medium.Text, static (o, options) => o.Configure(options));
        IsForDocument = !_byRule.Any(static o => o is { IsPerDocument: true });
    }

    private TextPlanWriter(RedactionPolicy policy, ImmutableArray<ITextOperator?> byRule, WrittenTexts? written)
    {
        (_policy, _byRule, IsForDocument, _written) = (policy, byRule, true, written);
        if (written is not null) _copy = new();
    }

    /// <summary>True when the writer is made for one document, or no operator depends on more than the value it replaces.</summary>
    public bool IsForDocument { get; }

    /// <summary>True when nobody asks for what this writer writes into a document, though <paramref name="memory"/> does.</summary>
    public bool Lacks(DocumentMemory memory) => !IsForDocument || (_written is null && memory.Written is not null);

    /// <summary>A writer for one document, whose operators share <paramref name="memory"/>; it belongs to one thread at a time.</summary>
    public TextPlanWriter ForDocument(DocumentMemory memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        return new(_policy, _byRule.Select(o => o?.ForDocument(memory)).ToImmutableArray(), memory.Written);
    }

    /// <summary>Shows the operators the values of a piece of text before they replace any of them.</summary>
    /// <exception cref="ArgumentException">The plan was made under another policy.</exception>
    /// <exception cref="RedactionException">An operator failed.</exception>
    public void Observe(ReadOnlySpan<char> text, RedactionPlan<TextSpan> plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        plan.EnsureMadeUnder(_policy);
        if (!IsForDocument) return;
        foreach (ref readonly var item in plan.Items.AsSpan())
        {
            try
            {
                _byRule[item.Rule]?.Observe(text.Slice(item.Finding.Region.Start, item.Finding.Region.Length), in item);
            }
            catch (Exception e) when (e is not (OperationCanceledException or RedactionException))
            {
                Throw.ComponentFailed(item.Operator, e);
            }
        }
    }

    /// <summary>Writes the redacted text.</summary>
    /// <param name="text">The text that was planned.</param>
    /// <param name="plan">A plan made under the same policy.</param>
    /// <param name="output">Receives the redacted text.</param>
    /// <exception cref="ArgumentException">The plan was made under another policy.</exception>
    /// <exception cref="RedactionException">An operator failed; discard what was written.</exception>
    public void Write(ReadOnlySpan<char> text, RedactionPlan<TextSpan> plan, IBufferWriter<char> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Observe(text, plan);
        var position = 0;
        foreach (ref readonly var item in plan.Items.AsSpan())
        {
            var span = item.Finding.Region;
            output.Write(text[position..span.Start]);
            WriteReplacement(text.Slice(span.Start, span.Length), in item, output);
            position = span.End;
        }
        output.Write(text[position..]);
    }

    /// <summary>Writes the replacement of one planned value.</summary>
    /// <exception cref="RedactionException">The operator failed.</exception>
    public void WriteReplacement(ReadOnlySpan<char> original, in PlannedRedaction<TextSpan> item, IBufferWriter<char> output)
    {
        try
        {
            if (_byRule[item.Rule] is not { } @operator) return; // another medium's operator, for which text is erased
            if (_written is null) @operator.Write(original, in item, output);
            else Note(@operator, original, in item, output);
        }
        catch (Exception e) when (e is not (OperationCanceledException or RedactionException))
        {
            Throw.ComponentFailed(item.Operator, e);
        }
    }

    private void Note(
        ITextOperator @operator, ReadOnlySpan<char> original, in PlannedRedaction<TextSpan> item, IBufferWriter<char> output)
    {
        _copy!.ResetWrittenCount();
        @operator.Write(original, in item, _copy);
        _written!.Add(item.Finding.Type, _copy.WrittenSpan);
        output.Write(_copy.WrittenSpan);
    }
}
