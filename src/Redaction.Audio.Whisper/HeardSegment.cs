using System.Collections.Immutable;
using Whisper.net;

namespace Redaction.Audio.Whisper;

/// <summary>What Whisper heard in one go.</summary>
/// <param name="Text">What was said.</param>
/// <param name="From">When it begins, in milliseconds.</param>
/// <param name="To">When it ends, in milliseconds.</param>
/// <param name="Tokens">Its pieces; they may cut characters in two, which then read U+FFFD.</param>
internal sealed record HeardSegment(string Text, long From, long To, ImmutableArray<HeardToken> Tokens)
{
    private const long Step = 10; // milliseconds in a time of a token

    /// <summary>A segment of Whisper.net without the marks of the model.</summary>
    public static HeardSegment Of(SegmentData segment) => new(
        segment.Text, (long)segment.Start.TotalMilliseconds, (long)segment.End.TotalMilliseconds,
        [.. (segment.Tokens ?? []).Where(static t => !string.IsNullOrEmpty(t.Text))
            .Select(static t => new HeardToken(t.Text!, t.Start * Step, t.End * Step)).Where(static t => !t.IsMark)]);

    /// <summary>Returns the number of tokens only.</summary>
    public override string ToString() => $"HeardSegment({Tokens.Length})";
}
