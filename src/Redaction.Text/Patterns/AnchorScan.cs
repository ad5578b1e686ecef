using System.Buffers;
using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>One pass over the text for any number of anchored detectors.</summary>
public sealed class AnchorScan : ITextDetector
{
    private const int MaxSeparators = 3;
    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> s_separators = SearchValues.Create(" -./()+\u00A0\u2009\u202F\u2010\u2011\u2012\u2013\u2014\u2212");

    private readonly IAnchoredDetector[] _onNumber;
    private readonly IAnchoredDetector[] _onWord;

    /// <summary>Scans for the given detectors.</summary>
    public AnchorScan(params IEnumerable<IAnchoredDetector> detectors)
    {
        ArgumentNullException.ThrowIfNull(detectors);
        IAnchoredDetector[] all = [.. detectors.OrderBy(static d => d.MinDigits).ThenBy(static d => d.Info.Id, StringComparer.Ordinal)];
        _onNumber = [.. all.Where(static d => d.Anchors.HasFlag(AnchorKinds.Number))];
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
                    var cluster = ClusterFrom(text, next + step);
                    Ask(_onNumber, source, cluster, findings);
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

    private static TextAnchor ClusterFrom(ReadOnlySpan<char> text, int start)
    {
        int end = start + 1, digits = 1;
        for (var i = end; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i])) { end = i + 1; digits++; }
            else if (i - end >= MaxSeparators || !s_separators.Contains(text[i])) break;
        }
        return new(AnchorKinds.Number, TextSpan.FromBounds(start, end), digits);
    }

    private static void Ask(IAnchoredDetector[] detectors, TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings)
    {
        foreach (var detector in detectors)
        {
            if (detector.MinDigits > anchor.Digits) return; // sorted by the fewest digits
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
}
