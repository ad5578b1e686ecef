using System.Runtime.InteropServices;

namespace Redaction.Audio;

/// <summary>Findings that stand in one copy of the transcript only: their time is that of the whole segment.</summary>
internal sealed class GatheredAudio(List<Finding<TextSpan>> scoped) : IAudioDetector
{
    public DetectorInfo Info { get; } = new("transcript.copies", []);

    public void Detect(AudioSource source, FindingSink<AudioSpan> findings)
    {
        var text = source.Text.Text;
        foreach (ref readonly var finding in CollectionsMarshal.AsSpan(scoped))
        {
            if (finding.Region.Length >= text.Length && text.Contains('\n'))
                throw new RedactionException(ErrorCodes.NoTime, "transcript", "A value stands in the full text but in none of the segments.");
            findings.Add(new(finding.Type, source.Text.Locate(finding.Region), finding.Score, finding.Detector));
        }
    }
}
