using System.Buffers;
using System.Collections.Immutable;
using System.Numerics;

namespace Redaction.Text;

/// <summary>One pass over the text for any number of anchored detectors.</summary>
public sealed class AnchorScan : ITextDetector
{
    private const int MaxSeparators = 3;
    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> s_separators = SearchValues.Create(" -./()+\u00A0\u2009\u202F\u2010\u2011\u2012\u2013\u2014\u2212");

    private readonly NumberIndex _onNumber;
    private readonly IAnchoredDetector[] _onWord;

    /// <summary>Scans for the given detectors.</summary>
    public AnchorScan(params IEnumerable<IAnchoredDetector> detectors)
    {
        ArgumentNullException.ThrowIfNull(detectors);
        IAnchoredDetector[] all = [.. detectors.OrderBy(static d => d.MinDigits).ThenBy(static d => d.Info.Id, StringComparer.Ordinal)];
        _onNumber = new([.. all.Where(static d => d.Anchors.HasFlag(AnchorKinds.Number))]);
        _onWord = [.. all.Where(static d => d.Anchors.HasFlag(AnchorKinds.Word))];
        Info = new("anchors", [.. all.SelectMany(static d => d.Info.Types).Distinct()]);
    }

    /// <inheritdoc/>
    public DetectorInfo Info { get; }

    /// <summary>Gives back the detectors with all anchored ones gathered into one scan.</summary>
    public static ImmutableArray<ITextDetector> Gather(IEnumerable<ITextDetector> detectors)
    {
        ITextDetector[] all = [.. detectors];
        var anchored = all.OfType<IAnchoredDetector>().ToArray();
        return anchored.Length < 2 ? [.. all] : [.. all.Where(static d => d is not IAnchoredDetector), new AnchorScan(anchored)];
    }

    /// <inheritdoc/>
    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var text = source.Text;
        var clusterEnd = 0;
        var position = 0;
        while (true)
        {
            var step = text[position..].IndexOfAny(s_digits);
            if (step < 0) return;
            var digit = position + step;
            var word = WordAround(text, digit, position);
            if (_onWord.Length > 0) Ask(_onWord, source, word, findings);
            if (digit >= clusterEnd || clusterEnd < word.Span.End)
            {
                // A word may hold several clusters ("1Z999AA10"): take those that start inside it.
                for (var next = Math.Max(digit, clusterEnd); next < word.Span.End;)
                {
                    step = text[next..word.Span.End].IndexOfAny(s_digits);
                    if (step < 0) break;
                    var cluster = ClusterFrom(text, next + step, out var counts);
                    AskFor(counts, source, cluster, findings);
                    next = clusterEnd = cluster.Span.End;
                }
            }
            position = word.Span.End;
        }
    }

    private static TextAnchor WordAround(ReadOnlySpan<char> text, int digit, int floor)
    {
        var start = digit;
        while (start > floor && char.IsAsciiLetterOrDigit(text[start - 1])) start--;
        int end = digit, digits = 0;
        for (; end < text.Length && char.IsAsciiLetterOrDigit(text[end]); end++)
            if (char.IsAsciiDigit(text[end])) digits++;
        return new(AnchorKinds.Word, TextSpan.FromBounds(start, end), digits);
    }

    /// <summary>True for characters that may stand between the digits of one number.</summary>
    internal static bool IsSeparator(char c) => s_separators.Contains(c);

    private static TextAnchor ClusterFrom(ReadOnlySpan<char> text, int start, out ulong counts)
    {
        int end = start, digits = 0;
        counts = 0;
        ulong open = 0; // the counts of runs of groups that end with the last group
        for (var i = start; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                var group = i;
                while (i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])) i++;
                end = i + 1;
                digits += end - group;
                open = end - group < 64 ? (open | 1) << (end - group) : 0;
                counts |= open;
            }
            else if (i - end >= MaxSeparators || !s_separators.Contains(text[i])) break;
        }
        return new(AnchorKinds.Number, TextSpan.FromBounds(start, end), digits);
    }

    private void AskFor(ulong counts, TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings)
    {
        for (var block = 0; block < _onNumber.Blocks; block++)
            for (var asked = _onNumber.Fitting(counts, block); asked != 0; asked &= asked - 1)
            {
                var detector = _onNumber.Detectors[block * 64 + BitOperations.TrailingZeroCount(asked)];
                if (detector.MinDigits > anchor.Digits) return; // sorted by the fewest digits
                Probe(detector, source, in anchor, findings);
            }
    }

    private static void Ask(IAnchoredDetector[] detectors, TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings)
    {
        foreach (var detector in detectors)
        {
            if (detector.MinDigits > anchor.Digits) return; // sorted by the fewest digits
            Probe(detector, source, in anchor, findings);
        }
    }

    private static void Probe(IAnchoredDetector detector, TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings)
    {
        try
        {
            detector.Probe(source, in anchor, findings);
        }
        catch (Exception e) when (e is not (OperationCanceledException or RedactionException))
        {
            throw new RedactionException(ErrorCodes.ComponentFailed, detector.Info.Id, cause: e.GetType());
        }
    }
}
