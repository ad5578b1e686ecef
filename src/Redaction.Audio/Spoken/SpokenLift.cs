using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>Runs text detectors on what was said as it is written, and reports in the words that were said.</summary>
internal sealed class SpokenLift(ImmutableArray<ITextDetector> detectors) : ITextDetector
{
    private const string DataType = "call-transcript-written";

    public DetectorInfo Info { get; } = new("spoken.view", [.. detectors.SelectMany(static d => d.Info.Types).Distinct()]);

    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var words = new SpokenWords(source.Text, SpokenLanguages.For(source.Text, source.Context.Locale));
        var reading = SpokenReading.Read(words);
        if (SpokenView.Write(words, reading) is not { } written) return;
        var sink = new FindingSink<TextSpan>();
        var windows = SpokenWindows.Of(written, source.Text);
        // What is said has been looked for in the words: this is written text, of no type that makes it speech.
        foreach (var detector in detectors) Run(detector, new TextSource(windows.Text, source.Context with { DataType = DataType }), sink);
        foreach (ref readonly var finding in sink.Items)
        {
            if (windows.Place(finding.Region) is not { } region) continue;
            var said = written.Locate(region);
            // found in the text itself
            if (source.Text.Slice(said.Start, said.Length).SequenceEqual(written.Text.Slice(region.Start, region.Length)))
                continue;
            var (first, last) = (words.At(said.Start), words.At(said.End - 1));
            if (!SpokenFindingFilter.IsGuessed(finding.Type)) (first, last) = SpokenLines.Joined(words, reading, first, last);
            SpokenFindings.Add(words, first, last, finding.Type, finding.Score, finding.Detector, findings);
        }
    }

    private static void Run(ITextDetector detector, TextSource source, FindingSink<TextSpan> sink)
    {
        try
        {
            detector.Detect(source, sink);
        }
        catch (Exception e) when (e is not (OperationCanceledException or RedactionException))
        {
            throw new RedactionException(ErrorCodes.ComponentFailed, detector.Info.Id, cause: e.GetType());
        }
    }
}
