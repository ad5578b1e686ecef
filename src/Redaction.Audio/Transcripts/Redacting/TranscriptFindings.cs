using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>What was found in a transcript: every copy of the text is searched, and what one copy shows counts for all.</summary>
internal sealed class TranscriptFindings
{
    private const int ShortestName = 4;
    private const int ShortestNumber = 4;

    private readonly Dictionary<(EntityType, TextSpan), int> _seen = [];
    private readonly List<TextSpan> _places = [];
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<TextSpan, string> _digits = [];
    private readonly Transcript _transcript;
    private WordSequence? _masterWords;
    private CanonicalText? _masterLetters;
    private SpanIndex? _known;
    private int _knownCount;

    public TranscriptFindings(Transcript transcript, FindingGatherer gatherer, CancellationToken cancellation)
    {
        _transcript = transcript;
        var search = new WindowedSearch(gatherer, cancellation);
        foreach (var finding in search.Find(transcript.Master.Text)) Add(finding);
        if (!transcript.Copies.IsEmpty)
        {
            var scopes = new CopyScope(transcript, MasterLetters);
            Copies = [.. transcript.Copies.Select(copy => Search(copy, scopes, search, gatherer))];
        }
        var named = new HashSet<(string, bool)>();
        foreach (var loose in transcript.Loose)
            if (named.Add((loose.Field.Text, loose.IsSpeaker))) AddNamed(loose, gatherer);
    }

    /// <summary>Findings in the master text.</summary>
    public List<Finding<TextSpan>> InMaster { get; } = [];

    /// <summary>Findings that the master text does not show, with the letters of the value.</summary>
    public List<(Finding<TextSpan> Finding, SearchedCopy Copy, string Letters)> Elsewhere { get; } = [];

    /// <summary>When words of findings are said that the list of words leaves out.</summary>
    public List<(Finding<TextSpan> Finding, AudioSpan Time)> Gaps { get; } = [];

    /// <summary>The letters of the master text.</summary>
    public CanonicalText MasterLetters => _masterLetters ??= new(_transcript.Master.Text);

    /// <summary>The copies, in the transcript's order.</summary>
    public ImmutableArray<SearchedCopy> Copies { get; } = [];

    private SearchedCopy Search(TranscriptCopy copy, CopyScope scopes, WindowedSearch search, FindingGatherer gatherer)
    {
        var letters = new CanonicalText(copy.Text);
        var scope = copy.Scope is { } known ? MasterLetters.Canonical(known) : scopes.Find(copy, letters);
        var isAligned = MasterLetters.Letters.AsSpan(scope.Start, scope.Length).SequenceEqual(letters.Letters);
        var alignment = isAligned ? null : Align(copy, scope);
        var searched = new SearchedCopy(copy, letters, scope, isAligned, [], alignment);
        var repeated = copy.Scope ?? MasterLetters.Text(scope);
        var master = _transcript.Master.Text.AsSpan(repeated.Start, repeated.Length).Trim();
        if (isAligned && (copy.IsFragmented || master.SequenceEqual(copy.Text.AsSpan().Trim()))) return searched;
        var joined = isAligned ? JoinedLines.Of(_transcript.Master.Text, repeated, copy.Text) : null;
        searched.Own.AddRange(joined?.Find(InMaster, gatherer) ?? search.Find(copy.Text));
        if (!isAligned)
        {
            foreach (var finding in searched.Own) AddWhereItStands(searched, finding);
            return searched;
        }
        List<Finding<TextSpan>> said =
            [.. searched.Own.Select(f => f with { Region = MasterLetters.Project(letters, f.Region, scope.Start) })];
        gatherer.KeepOnLines(_transcript.Master.Text, said);
        foreach (var finding in said) Add(finding);
        return searched;
    }

    private WordAlignment Align(TranscriptCopy copy, TextSpan scope)
    {
        _masterWords ??= new(_transcript.Master.Text, _words);
        return new(_masterWords, MasterLetters.Text(scope), new WordSequence(copy.Text, _words));
    }

    /// <summary>A value that a copy shows is spoken where the same letters stand in the master text,
    /// and between the words around it.</summary>
    private void AddWhereItStands(SearchedCopy copy, in Finding<TextSpan> finding)
    {
        var isSaid = IsSaidInMaster(copy, finding);
        if (!isSaid) AddGap(copy, finding);
        var span = copy.Letters.Canonical(finding.Region);
        _places.Clear();
        var value = copy.Letters.Letters.Substring(span.Start, span.Length);
        MasterLetters.Find(value, _places);
        foreach (var place in _places) Add(finding with { Region = place });
        var between = copy.Alignment is { IsAnchored: true } words ? words.ToMaster(finding.Region, _transcript.Master.Text) : null;
        if (between is { } region && !_places.Exists(p => p.Overlaps(region))) Add(finding with { Region = region });
        else if (_places.Count == 0 && !isSaid) Elsewhere.Add((finding, copy, value));
    }

    /// <summary>A text may say more than its list of words: the rest is said between the words around it, or at an end.</summary>
    private void AddGap(SearchedCopy copy, in Finding<TextSpan> finding)
    {
        if (copy.Alignment is not { IsAnchored: true } words || !words.TryFindGap(finding.Region, out var before, out var after)) return;
        var from = Time(before)?.End ?? copy.Copy.Time?.Start ?? 0;
        var to = Time(after)?.Start ?? copy.Copy.Time?.End ?? long.MaxValue;
        if (to <= from) (from, to) = (Math.Max(0, to - WordTimes.Margin), from + WordTimes.Margin); // the times leave no room
        Gaps.Add((finding, AudioSpan.FromBounds(from, to)));

        AudioSpan? Time(TextSpan? word) => word is { } known ? SpokenPlaces.TimeOf(_transcript.Recovered, known) : null;
    }

    /// <summary>True when the same number is found in the part of the master text that the copy is of,
    /// written in figures or said in words.</summary>
    private bool IsSaidInMaster(SearchedCopy copy, in Finding<TextSpan> finding)
    {
        var digits = Digits(copy.Copy.Text.Substring(finding.Region.Start, finding.Region.Length));
        if (digits.Length < ShortestNumber) return false;
        var scope = MasterLetters.Text(copy.Scope);
        foreach (var known in InMaster)
            if (known.Region.Overlaps(scope) && DigitsAt(known.Region) == digits) return true;
        return false;
    }

    private string DigitsAt(TextSpan region)
    {
        if (!_digits.TryGetValue(region, out var digits))
            _digits[region] = digits = Digits(_transcript.Master.Text.Substring(region.Start, region.Length));
        return digits;
    }

    private static string Digits(string text) => string.Concat(SpokenText.Normalise(text).Text.ToString().Where(char.IsAsciiDigit));

    /// <summary>What a field beside the text names, a speaker or a listed entity, is looked for in the text too.</summary>
    private void AddNamed(FreeText loose, FindingGatherer gatherer)
    {
        if (loose.IsSpeaker && SpeakerName.IsPersonal(loose.Field.Text))
            AddAll(new(EntityTypes.Person, default, 1, SpeakerName.Detector), loose.Field.Text);
        foreach (var finding in gatherer.Find(loose))
            AddAll(finding, loose.Field.Text.AsSpan(finding.Region.Start, finding.Region.Length).ToString());
    }

    private void AddAll(in Finding<TextSpan> finding, string value)
    {
        var letters = new CanonicalText(value).Letters;
        if (letters.Length < ShortestName) return;
        _places.Clear();
        MasterLetters.Find(letters, _places);
        if (_places.Count == 0) return;
        var known = Known;
        foreach (var place in _places)
            if (MasterLetters.IsWhole(place) && !known.Covers(place)) Add(finding with { Region = place });
    }

    /// <summary>What was found so far, for looking up; made anew when there is more.</summary>
    private SpanIndex Known
    {
        get
        {
            if (_known is null || _knownCount != InMaster.Count)
                (_known, _knownCount) = (new([.. InMaster.Select(static f => f.Region).Order()]), InMaster.Count);
            return _known;
        }
    }

    private void Add(in Finding<TextSpan> finding)
    {
        var wide = finding with { Region = DoubtfulWords.Widen(_transcript, finding.Region) };
        if (_seen.TryAdd((wide.Type, wide.Region), InMaster.Count)) InMaster.Add(wide);
        else if (_seen[(wide.Type, wide.Region)] is var at && InMaster[at].Score < wide.Score) InMaster[at] = wide; // the surest counts
    }
}
