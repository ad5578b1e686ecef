using System.Buffers;
using System.Collections.Immutable;
using System.Numerics;

namespace Redaction.Text;

/// <summary>One pass over the text for any number of anchored detectors.</summary>
internal sealed class AnchorScan : ITextDetector
{
    private const int MaxSeparators = 3;
    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> s_separators =
        SearchValues.Create(" -./()+\u00A0\u2009\u202F\u2010\u2011\u2012\u2013\u2014\u2015\u2212");

    private readonly IAnchoredDetector[] _all;
    private readonly AnchorTable _onNumber;
    private readonly AnchorTable _onWord;

    /// <summary>Scans for the given detectors.</summary>
    public AnchorScan(params IEnumerable<IAnchoredDetector> detectors)
    {
        ArgumentNullException.ThrowIfNull(detectors);
        IAnchoredDetector[] all = [.. detectors.OrderBy(static d => d.MinDigits).ThenBy(static d => d.Info.Id, StringComparer.Ordinal)];
        _all = all;
        // The shapes of one id are asked one by one, each where its own runs of digits stand.
        var shapes = all
            .SelectMany(static d => d is ShapedDetector { Gate: null } shaped ? shaped.Shapes : (IEnumerable<IAnchoredDetector>)[d])
            .OrderBy(static d => d.MinDigits).ToArray();
        _onNumber = new(shapes, AnchorKinds.Number);
        _onWord = new(shapes, AnchorKinds.Word);
        Info = new("anchors", [.. all.SelectMany(static d => d.Info.Types).Distinct()]);
    }

    /// <inheritdoc/>
    public DetectorInfo Info { get; }

    /// <summary>The detectors that it scans for.</summary>
    public IEnumerable<DetectorInfo> Parts => _all.Select(static d => d.Info);

    /// <summary>The scan for those of its detectors that need no words around a value; null when there is none.</summary>
    public AnchorScan? ForNames()
    {
        IAnchoredDetector[] evident = [.. _all.Where(static d => d.Info.IsSelfEvident)];
        return evident.Length == 0 ? null : new(evident);
    }

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
            if (_onWord.Words > 0) AskWord(source, word, findings);
            if (digit >= clusterEnd || clusterEnd < word.Span.End)
            {
                // A word may hold several clusters ("1Z999AA10"): take those that start inside it.
                for (var next = Math.Max(digit, clusterEnd); next < word.Span.End;)
                {
                    step = text[next..word.Span.End].IndexOfAny(s_digits);
                    if (step < 0) break;
                    var cluster = ClusterFrom(text, next + step);
                    if (_onNumber.Words > 0) AskNumber(source, cluster, findings);
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

    private void AskWord(TextSource source, in TextAnchor word, FindingSink<TextSpan> findings)
    {
        Span<ulong> mask = stackalloc ulong[_onWord.Words];
        mask.Clear();
        _onWord.AddWord(source.Text, word.Span, mask);
        if (_onWord.Keep(word.Digits, mask)) Ask(_onWord, mask, source, word, findings);
    }

    private void AskNumber(TextSource source, in TextAnchor cluster, FindingSink<TextSpan> findings)
    {
        Span<ulong> mask = stackalloc ulong[_onNumber.Words];
        mask.Clear();
        for (var i = cluster.Span.Start; i < cluster.Span.End;)
        {
            i = _onNumber.AddNumber(source.Text, i, mask);
            while (i < cluster.Span.End && !char.IsAsciiDigit(source.Text[i])) i++;
        }
        if (_onNumber.Keep(cluster.Digits, mask)) Ask(_onNumber, mask, source, cluster, findings);
    }

    private static void Ask(
        AnchorTable table, ReadOnlySpan<ulong> mask, TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings)
    {
        var bit = 0;
        try
        {
            for (var word = 0; word < mask.Length; word++)
            {
                for (var bits = mask[word]; bits != 0; bits &= bits - 1)
                {
                    bit = word * 64 + BitOperations.TrailingZeroCount(bits);
                    table.Probe(bit, source, in anchor, findings);
                }
            }
        }
        catch (Exception e) when (e is not (OperationCanceledException or RedactionException))
        {
            throw new RedactionException(ErrorCodes.ComponentFailed, table[bit].Info.Id, cause: e.GetType());
        }
    }
}
