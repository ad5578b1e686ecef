using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>Runs text detectors on the pieces of a transcript.</summary>
/// <param name="detectors">Look at what was spoken.</param>
/// <param name="evident">Look at names of things too: their values tell by their own form what they are.</param>
/// <param name="context">Who asks.</param>
internal sealed class FindingGatherer(
    ImmutableArray<ITextDetector> detectors, ImmutableArray<ITextDetector> evident, RedactionContext context)
{
    /// <summary>A data type that no detector of speech looks at, however deep it stands in others.</summary>
    private const string Joined = "call-transcript-joined";

    private readonly FindingSink<TextSpan> _sink = new();
    private readonly HashSet<string> _clean = new(StringComparer.Ordinal);

    /// <summary>Every finding in a text.</summary>
    public List<Finding<TextSpan>> Find(string text) => Find(text, context);

    /// <summary>Every finding in lines that were joined, of detectors that end a value with its line; that of speech looks across them
    /// itself.</summary>
    public List<Finding<TextSpan>> FindJoined(string text) => Find(text, context with { DataType = Joined });

    /// <summary>Of findings across lines, keeps what belongs together on them.</summary>
    public void KeepOnLines(string text, List<Finding<TextSpan>> findings) =>
        SpokenFindingFilter.KeepOnLines(text, context.Locale, findings);

    private List<Finding<TextSpan>> Find(string text, RedactionContext asked)
    {
        if (text.Length == 0 || _clean.Contains(text)) return [];
        _sink.Clear();
        foreach (var detector in detectors) Run(detector, text, asked);
        if (_sink.Count == 0 && text.Length < 64) _clean.Add(text); // names and labels come back thousands of times
        List<Finding<TextSpan>> findings = [.. _sink.Items];
        SpokenFindingFilter.Judge(text, context.Locale, findings);
        return findings;
    }

    /// <summary>Every finding in a field beside the text.</summary>
    public List<Finding<TextSpan>> Find(FreeText loose)
    {
        if (!loose.IsName) return Find(loose.Field.Text);
        _sink.Clear();
        foreach (var detector in evident) Run(detector, loose.Field.Text, context);
        var findings = new List<Finding<TextSpan>>();
        foreach (ref readonly var finding in _sink.Items)
            if (finding.Score >= Scores.SelfEvident) findings.Add(finding);
        return findings;
    }

    private void Run(ITextDetector detector, string text, RedactionContext asked)
    {
        try
        {
            detector.Detect(new TextSource(text, asked), _sink);
        }
        catch (Exception e) when (e is not (OperationCanceledException or RedactionException))
        {
            throw new RedactionException(ErrorCodes.ComponentFailed, detector.Info.Id, cause: e.GetType());
        }
    }
}
