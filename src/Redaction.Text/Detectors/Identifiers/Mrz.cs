using System.Buffers;

namespace Redaction.Text;

/// <summary>Machine readable zone of passports, identity cards and visas: three lines of 30 characters (TD1),
/// two of 36 (TD2) or two of 44 (TD3), with check digits over number, birth and expiry (ICAO Doc 9303, parts 3 to 7). Lines that stand by
/// themselves, as values of a list or cut from a page do, are found too.</summary>
internal sealed class Mrz : ITextDetector
{
    private const float Checked = 0.98f, ByShape = 0.7f;
    private static readonly EntityType s_type = new("mrz");

    /// <summary>The filler, and what readers of pictures and keyboards of wide characters make of it.</summary>
    private static readonly SearchValues<char> s_fillers = SearchValues.Create("<\u00AB\u2039\uFF1C");

    public static ITextDetector Detector { get; } = new Mrz();

    public DetectorInfo Info { get; } = new("mrz", s_type) { IsSelfEvident = true };

    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(s_fillers);
            if (step < 0) return;
            var line = LineAround(text, position + step, position);
            var evidence = Of(text, line, isNext: false);
            if (evidence == MrzEvidence.None)
            {
                position = Math.Max(line.End, position + step + 1);
                continue;
            }
            var zone = Zone(text, line, position, ref evidence);
            findings.Add(new(s_type, zone, evidence == MrzEvidence.Checked ? Checked : ByShape, Info.Id));
            position = zone.End;
        }
    }

    /// <summary>The lines before and after that belong to the same document.</summary>
    private static TextSpan Zone(ReadOnlySpan<char> text, TextSpan line, int from, ref MrzEvidence evidence)
    {
        const int most = 3;
        var zone = line;
        var lines = 1;
        for (; lines < most && Before(text, zone, from) is var next && IsSibling(text, line, next, ref evidence); lines++)
            zone = zone.Union(next);
        for (; lines < most && After(text, zone) is var next && IsSibling(text, line, next, ref evidence); lines++)
            zone = zone.Union(next);
        return zone;
    }

    /// <summary>A line of the same document: as long as its neighbour, up to what readers of pictures lose, and either laid out as one or
    /// of the same length with fillers.</summary>
    private static bool IsSibling(ReadOnlySpan<char> text, TextSpan line, TextSpan next, ref MrzEvidence evidence)
    {
        const int lost = 6;
        if (next.Length == 0 || Math.Abs(next.Length - line.Length) > lost) return false;
        var other = Of(text, next, isNext: true);
        if (other > evidence) evidence = other;
        return other != MrzEvidence.None
            || (next.Length == line.Length && text.Slice(next.Start, next.Length).ContainsAnyInRange('0', '9'));
    }

    private static MrzEvidence Of(ReadOnlySpan<char> text, TextSpan line, bool isNext)
    {
        if (line.Length is < MrzLine.Shortest / 2 or > MrzLine.Longest) return MrzEvidence.None;
        Span<char> read = stackalloc char[2 * MrzLine.Longest];
        var length = 0;
        var (isUpper, isLower) = (false, false);
        foreach (var c in text.Slice(line.Start, line.Length))
        {
            isUpper |= char.IsAsciiLetterUpper(c);
            isLower |= char.IsAsciiLetterLower(c);
            read[length++] = s_fillers.Contains(c) ? '<' : char.ToUpperInvariant(c);
            if (c == '\u00AB') read[length++] = '<';
        }
        return isUpper && isLower ? MrzEvidence.None : MrzLine.Of(read[..length], isNext);
    }

    private static TextSpan Before(ReadOnlySpan<char> text, TextSpan line, int from)
    {
        var end = line.Start;
        while (end > from && line.Start - end < 3 && char.IsWhiteSpace(text[end - 1])) end--;
        return end == line.Start || end <= from ? default : LineAround(text, end - 1, from);
    }

    private static TextSpan After(ReadOnlySpan<char> text, TextSpan line)
    {
        var start = line.End;
        while (start < text.Length && start - line.End < 3 && char.IsWhiteSpace(text[start])) start++;
        return start == line.End || start == text.Length ? default : LineAround(text, start, line.End);
    }

    private static TextSpan LineAround(ReadOnlySpan<char> text, int at, int from)
    {
        int start = at, end = at;
        while (start > from && at - start <= MrzLine.Longest && IsOf(text[start - 1])) start--;
        while (end < text.Length && end - at <= MrzLine.Longest && IsOf(text[end])) end++;
        return TextSpan.FromBounds(start, end);
    }

    private static bool IsOf(char c) => char.IsAsciiLetterOrDigit(c) || s_fillers.Contains(c);
}
