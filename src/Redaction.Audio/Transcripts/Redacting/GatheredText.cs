namespace Redaction.Audio;

/// <summary>Findings that were gathered from every copy of a transcript, handed to the planner.</summary>
internal sealed class GatheredText(List<Finding<TextSpan>> findings) : ITextDetector
{
    public DetectorInfo Info { get; } = new("transcript", []);

    public void Detect(TextSource source, FindingSink<TextSpan> sink)
    {
        foreach (var finding in findings) sink.Add(finding);
    }
}
