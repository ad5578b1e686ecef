using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>Looks up who speaks.</summary>
internal static class SpeakerRuns
{
    /// <summary>The speaker of the first word of a range, or null.</summary>
    public static string? SpeakerOf(ImmutableArray<SpeakerRun> runs, TextSpan span)
    {
        var index = FirstEndingAfter(runs, span.Start);
        return index < runs.Length && runs[index].Span.Start < span.End ? runs[index].Speaker : null;
    }

    public static int FirstEndingAfter(ImmutableArray<SpeakerRun> runs, int position)
    {
        int low = 0, high = runs.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (runs[middle].Span.End > position) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
