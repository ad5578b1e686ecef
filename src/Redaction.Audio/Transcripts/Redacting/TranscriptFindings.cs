using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>What was found in a transcript: every copy of the text is searched, and what one copy shows counts for all.</summary>
internal sealed class TranscriptFindings
{
    private readonly HashSet<(EntityType, TextSpan)> _seen = [];
    private readonly List<TextSpan> _places = [];

    public TranscriptFindings(Transcript transcript, FindingGatherer gatherer)
    {
        MasterLetters = new(transcript.Master.Text);
        foreach (var finding in gatherer.Find(transcript.Master.Text)) Add(finding);
        Copies = [.. transcript.Copies.Select(copy => Search(transcript, copy, gatherer))];
    }

    /// <summary>Findings in the master text.</summary>
    public List<Finding<TextSpan>> InMaster { get; } = [];

    /// <summary>Findings that the master text does not show, with the letters of the value.</summary>
    public List<(Finding<TextSpan> Finding, TranscriptCopy Copy, string Letters)> Elsewhere { get; } = [];

    /// <summary>The letters of the master text.</summary>
    public CanonicalText MasterLetters { get; }

    /// <summary>The copies, in the transcript's order.</summary>
    public ImmutableArray<SearchedCopy> Copies { get; }

    private SearchedCopy Search(Transcript transcript, TranscriptCopy copy, FindingGatherer gatherer)
    {
        var letters = new CanonicalText(copy.Text);
        var scope = MasterLetters.Canonical(copy.Scope);
        var isAligned = MasterLetters.Letters.AsSpan(scope.Start, scope.Length).SequenceEqual(letters.Letters);
        var searched = new SearchedCopy(copy, letters, scope, isAligned, []);
        if (isAligned && (copy.IsFragmented || transcript.Master.Text.AsSpan(copy.Scope.Start, copy.Scope.Length).SequenceEqual(copy.Text))) return searched;
        foreach (var finding in gatherer.Find(copy.Text))
        {
            searched.Own.Add(finding);
            if (isAligned) Add(finding with { Region = MasterLetters.Project(letters, finding.Region, scope.Start) });
            else AddWhereItStands(letters, finding, copy);
        }
        return searched;
    }

    private void AddWhereItStands(CanonicalText letters, Finding<TextSpan> finding, TranscriptCopy copy)
    {
        var span = letters.Canonical(finding.Region);
        _places.Clear();
        var value = letters.Letters.Substring(span.Start, span.Length);
        MasterLetters.Find(value, _places);
        foreach (var place in _places) Add(finding with { Region = place });
        if (_places.Count == 0) Elsewhere.Add((finding, copy, value));
    }

    private void Add(Finding<TextSpan> finding)
    {
        if (_seen.Add((finding.Type, finding.Region))) InMaster.Add(finding);
    }
}
