namespace Redaction.Audio;

/// <summary>The words of found values that a plan for the sound masks.</summary>
internal static class MaskedWords
{
    /// <summary>The times of the found values that are masked, without padding.</summary>
    public static IEnumerable<AudioSpan> Times(Transcript read, TranscriptFindings findings, RedactionPlan<AudioSpan> plan)
    {
        var times = findings.InMaster.Select(f => read.Recovered.Locate(f.Region))
            .Concat(findings.Elsewhere.Select(static f => f.Copy.Copy.Time).OfType<AudioSpan>()).Order();
        var next = 0;
        foreach (var time in times)
        {
            while (next < plan.Items.Length && plan.Items[next].Finding.Region.End <= time.Start) next++;
            if (next < plan.Items.Length && plan.Items[next].Finding.Region.Overlaps(time)) yield return time;
        }
    }
}
