namespace Redaction.Audio;

/// <summary>One of several lines of annotation that run beside one another along a recording.</summary>
/// <param name="Speaker">Who speaks on it, if the file tells.</param>
/// <param name="Intervals">Its stretches with text, in the order of the file.</param>
internal sealed record Tier(string? Speaker, List<TierInterval> Intervals)
{
    /// <summary>True when a stretch holds a word, so that every word has its own time.</summary>
    public bool IsOfWords { get; } = Intervals.Count(static i => i.Field.Text.AsSpan().Trim().ContainsAny(' ', '\n')) * 10
        <= Intervals.Count;

    public override string ToString() => $"Tier({Intervals.Count})";
}
