using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>The options that every audio operator has.</summary>
internal static class EdgeOptions
{
    public static ImmutableArray<OperatorOption> All { get; } =
    [
        new("paddingMs", "integer", "250", "Milliseconds added on both sides of a span, 0 to 5000."),
        new("paddingBeforeMs", "integer", "paddingMs", "Milliseconds added before a span, 0 to 5000."),
        new("paddingAfterMs", "integer", "paddingMs", "Milliseconds added after a span, 0 to 5000."),
        new("paddingOverWordsMs", "integer", "0",
            "How far padding and snapping may reach into a neighbouring word whose times the transcript tells, 0 to 5000."),
        new("snapMs", "integer", "100", "How far an edge that falls into sound moves outwards to silence, 0 to 1000."),
        new("mergeGapMs", "integer", "200", "A gap to the next span that is not longer is masked too, 0 to 5000."),
        new("fadeMs", "integer", "8", "Fade of the recording at the edges, outside the words, 5 to 10."),
    ];

    public static SpanEdges Read(OperatorOptions options)
    {
        var padding = options.Integer("paddingMs", 250, 0, 5000);
        return new()
        {
            Before = Milliseconds("paddingBeforeMs", padding, 0, 5000),
            After = Milliseconds("paddingAfterMs", padding, 0, 5000),
            OverWords = Milliseconds("paddingOverWordsMs", 0, 0, 5000),
            Snap = Milliseconds("snapMs", 100, 0, 1000),
            Gap = Milliseconds("mergeGapMs", 200, 0, 5000),
            Fade = Milliseconds("fadeMs", 8, 5, 10),
        };

        TimeSpan Milliseconds(string name, int fallback, int min, int max) =>
            TimeSpan.FromMilliseconds(options.Integer(name, fallback, min, max));
    }
}
