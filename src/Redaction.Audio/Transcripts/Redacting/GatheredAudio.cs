namespace Redaction.Audio;

/// <summary>Findings that the timed master text does not show: their time is that of the whole copy they stand
/// in, such as a segment.</summary>
/// <param name="findings">The findings.</param>
/// <param name="gaps">Findings of which words are said between those of the master text.</param>
internal sealed class GatheredAudio(
    List<(Finding<TextSpan> Finding, SearchedCopy Copy, string Letters)> findings, List<(Finding<TextSpan> Finding, AudioSpan Time)> gaps)
    : IAudioDetector
{
    public DetectorInfo Info { get; } = new("transcript.copies", []);

    public void Detect(AudioSource source, FindingSink<AudioSpan> sink)
    {
        foreach (var (finding, time) in gaps)
        {
            var end = time.End == long.MaxValue ? Math.Max(time.Start, source.Duration) : time.End;
            sink.Add(new(finding.Type, AudioSpan.FromBounds(time.Start, end), finding.Score, finding.Detector));
        }
        var timed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (finding, copy, letters) in findings)
        {
            if (copy.Copy.Time is not { } time) continue;
            timed.Add(letters);
            sink.Add(new(finding.Type, time, finding.Score, finding.Detector));
        }
        // The full text repeats the segments: a value that a segment shows too has its time from there.
        foreach (var (_, copy, letters) in findings)
            if (copy.Copy.Time is null && !timed.Contains(letters))
                throw new RedactionException(ErrorCodes.NoTime, "transcript",
                    "A value stands in one copy of the text only, and the copy has no times.");
    }
}
