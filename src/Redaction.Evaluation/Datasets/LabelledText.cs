using System.Collections.Immutable;

namespace Redaction.Evaluation;

/// <summary>A text with its true spans. <see cref="object.ToString"/> holds the line only.</summary>
/// <param name="Line">1-based line in the data set.</param>
/// <param name="Text">The text.</param>
/// <param name="Spans">The true spans.</param>
internal sealed record LabelledText(long Line, string Text, ImmutableArray<EntitySpan> Spans)
{
    /// <summary>What the text belongs to, such as a language or an attack family; figures are given for each group too.</summary>
    /// <value>None.</value>
    public ImmutableArray<(string Kind, string Name)> Groups { get; init; } = [];

    /// <summary>Ranges that count neither way: their labels were told to be ignored.</summary>
    public ImmutableArray<TextSpan> Ignored { get; init; } = [];

    /// <summary>The text without the labels that are to be ignored.</summary>
    public LabelledText Without(ImmutableArray<Glob> entities)
    {
        if (entities.IsEmpty) return this;
        var ignored = Spans.Where(s => entities.Any(e => e.Matches(s.Entity))).ToArray();
        return ignored.Length == 0 ? this
            : this with { Spans = [.. Spans.Except(ignored)], Ignored = [.. ignored.Select(static s => s.Span)] };
    }

    /// <summary>Returns the line number, never the text.</summary>
    public override string ToString() => $"LabelledText(Line = {Line})";
}
