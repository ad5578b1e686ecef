using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>Finds values that a sign joins to words (<see cref="JoinedWords"/>), which no detector sees standing free: those whose form or
/// check digit tells what they are, and those of the kind that the word before them names.</summary>
/// <remarks>Thread-safe. Detectors that go by the words of a sentence are not asked: what is joined is no sentence.</remarks>
internal sealed class JoinedValues
{
    private readonly ImmutableArray<ITextDetector> _detectors;
    private readonly FrozenSet<string> _evident;

    /// <summary>Finds with those of the detectors that go by the form of a value.</summary>
    public JoinedValues(IEnumerable<ITextDetector> detectors)
    {
        ITextDetector[] all = [.. detectors];
        _detectors = [.. all.Select(Narrow).OfType<ITextDetector>()];
        _evident = all.SelectMany(Parts).Where(static d => d.IsSelfEvident).Select(static d => d.Id).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Adds what was not known.</summary>
    /// <param name="source">The text.</param>
    /// <param name="view">Room for the text as it is searched.</param>
    /// <param name="found">Room for findings.</param>
    /// <param name="findings">Has what was found in the text itself from <paramref name="first"/> on.</param>
    /// <param name="first">The first finding that is of this text.</param>
    public void Find(TextSource source, TextView view, FindingSink<TextSpan> found, FindingSink<TextSpan> findings, int first)
    {
        if (_detectors.IsEmpty) return;
        for (var word = JoinedWords.Next(source.Text, 0); word.Length > 0; word = JoinedWords.Next(source.Text, word.End))
        {
            Part(source.Text, word, view);
            if (!view.IsChanged) continue;
            found.Clear();
            foreach (var detector in _detectors) NormalizingDetector.Run(detector, new TextSource(view.Text, source.Context), found);
            foreach (ref readonly var finding in found.Items)
            {
                var region = view.ToOriginal(finding.Region);
                if (Counts(source.Text, word, in finding, region) && !IsKnown(findings.Items[first..], finding.Type, region))
                    findings.Add(finding with { Region = region });
            }
        }
    }

    /// <summary>The word and what stands around it, its words apart.</summary>
    private static void Part(ReadOnlySpan<char> text, TextSpan word, TextView view)
    {
        var around = TextSpan.FromBounds(
            Math.Max(0, word.Start - JoinedWords.Margin), Math.Min(text.Length, word.End + JoinedWords.Margin));
        view.Reset(around.Length);
        for (var i = around.Start; i < around.End; i++) view.Append(text[i], i, i + 1);
        for (var i = word.Start; i < word.End; i++)
            if (text[i] is '_' or '-' or '.') view.Set(i - around.Start, JoinedWords.Sign(text, word, i));
    }

    /// <summary>Begins or ends at a sign that joined it, and is certain.</summary>
    private bool Counts(ReadOnlySpan<char> text, TextSpan word, in Finding<TextSpan> finding, TextSpan region)
    {
        if (finding.Score < Scores.SelfEvident || region.Start < word.Start || region.Start >= word.End) return false;
        var isJoinedBefore = region.Start > word.Start && JoinedWords.Sign(text, word, region.Start - 1) != text[region.Start - 1];
        var isJoinedAfter = region.End < word.End && JoinedWords.Sign(text, word, region.End) != text[region.End];
        if (!isJoinedBefore && !isJoinedAfter) return false;
        if (region.Start > word.Start && JoinedWords.NameBefore(text, word, region.Start - 1).Length > 0) return true;
        return _evident.Contains(finding.Detector)
            && (finding.Type != EntityTypes.Phone || text[region.Start] is '+' or '\uFF0B' or '(');
    }

    private static bool IsKnown(ReadOnlySpan<Finding<TextSpan>> known, EntityType type, TextSpan region)
    {
        foreach (ref readonly var finding in known)
            if (finding.Type == type && finding.Region == region) return true;
        return false;
    }

    private static ITextDetector? Narrow(ITextDetector detector) => detector switch
    {
        AllowList list => Narrow(list.Inner) is { } inner ? list.Around(inner) : null,
        AnchorScan or IAnchoredDetector => detector,
        _ => detector.Info.IsSelfEvident ? detector : null,
    };

    private static IEnumerable<DetectorInfo> Parts(ITextDetector detector) => detector switch
    {
        AllowList list => Parts(list.Inner),
        AnchorScan scan => scan.Parts,
        _ => [detector.Info],
    };
}
