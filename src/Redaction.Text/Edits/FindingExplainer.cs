using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>Explains findings by running the detectors again on the value alone, with what stands before it,
/// with what stands after it, and with the name of its field: what raises the score is the reason. Needs no knowledge of any detector,
/// and so tells the truth of all of them.</summary>
internal sealed class FindingExplainer(ImmutableArray<IDetector<TextSource, TextSpan>> detectors)
{
    private const int Reach = 240;
    private const float Same = 0.001f;
    private readonly FindingSink<TextSpan> _sink = new();

    public FindingExplanation Explain(ReadOnlySpan<char> text, in Finding<TextSpan> finding, RedactionContext context)
    {
        var (start, end) = (finding.Region.Start, finding.Region.End);
        int from = Math.Max(0, start - Reach), to = Math.Min(text.Length, end + Reach);
        var bare = context.Field is null ? context : context with { Field = null };
        var alone = Best(text[start..end], 0, end - start, bare, in finding);
        var before = Best(text[from..end], start - from, end - start, bare, in finding);
        var after = Best(text[start..to], 0, end - start, bare, in finding);
        var field = context.Field is null ? alone : Best(text[start..end], 0, end - start, context, in finding);
        var all = Best(text[from..to], start - from, end - start, context, in finding);
        return new(finding.Detector, finding.Score, alone, before > alone + Same, after > alone + Same, field > alone + Same,
            all < finding.Score - Same);
    }

    /// <summary>The highest score of a finding of that type and detector that overlaps the value.</summary>
    private float Best(ReadOnlySpan<char> text, int start, int length, RedactionContext context, in Finding<TextSpan> finding)
    {
        _sink.Clear();
        foreach (var detector in detectors) detector.Detect(new(text, context), _sink);
        var best = 0f;
        foreach (ref readonly var found in _sink.Items)
            if (found.Type == finding.Type && found.Detector == finding.Detector && found.Region.Overlaps(new(start, length)))
                best = MathF.Max(best, found.Score);
        return best;
    }
}
