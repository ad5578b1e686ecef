namespace Redaction.Text;

/// <summary>Machine readable zone of passports, identity cards and visas: three lines of 30 characters (TD1),
/// two of 36 (TD2) or two of 44 (TD3), with check digits over number, birth and expiry by the weights 7, 3,
/// 1 (ICAO Doc 9303, parts 3 to 7).</summary>
internal sealed class Mrz : ITextDetector
{
    private const float Checked = 0.98f, ByShape = 0.7f;
    private static readonly EntityType s_type = new("mrz");

    public static ITextDetector Detector { get; } = new Mrz();

    public DetectorInfo Info { get; } = new("mrz", s_type) { IsSelfEvident = true };

    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOf("<<", StringComparison.Ordinal);
            if (step < 0) return;
            var line = LineAround(text, position + step);
            position = Math.Max(line.End, position + step + 2);
            var first = IsFirst(text, line) ? line : Before(text, line);
            if (first.Length == 0) continue;
            var zone = Zone(text, first, out var score);
            if (zone.Length == 0) continue;
            findings.Add(new(s_type, zone, score, Info.Id));
            position = Math.Max(position, zone.End);
        }
    }

    private static bool IsFirst(ReadOnlySpan<char> text, TextSpan line) =>
        line.Length is 30 or 36 or 44 && text[line.Start] is 'P' or 'I' or 'A' or 'C' or 'V';

    /// <summary>The line two before: the names of a TD1 zone stand in its third line.</summary>
    private static TextSpan Before(ReadOnlySpan<char> text, TextSpan line)
    {
        if (line.Length != 30) return default;
        for (var i = 0; i < 2; i++)
        {
            var end = line.Start;
            while (end > 0 && line.Start - end < 3 && char.IsWhiteSpace(text[end - 1])) end--;
            if (end == line.Start || end == 0) return default;
            line = LineAround(text, end - 1);
            if (line.Length != 30) return default;
        }
        return IsFirst(text, line) ? line : default;
    }

    private static TextSpan Zone(ReadOnlySpan<char> text, TextSpan first, out float score)
    {
        score = 0f;
        var second = Next(text, first);
        if (second.Length != first.Length) return default;
        var a = text.Slice(first.Start, first.Length);
        var b = text.Slice(second.Start, second.Length);
        if (first.Length == 30)
        {
            var third = Next(text, second);
            if (third.Length != 30) return default;
            score = Passes(a[5..14], a[14]) && Passes(b[..6], b[6]) && Passes(b[8..14], b[14]) ? Checked : ByShape;
            return first.Union(third);
        }
        score = Passes(b[..9], b[9]) && Passes(b[13..19], b[19]) && Passes(b[21..27], b[27]) ? Checked : ByShape;
        return first.Union(second);
    }

    private static TextSpan Next(ReadOnlySpan<char> text, TextSpan line)
    {
        var start = line.End;
        while (start < text.Length && start - line.End < 3 && char.IsWhiteSpace(text[start])) start++;
        return start == line.End || start == text.Length ? default : LineAround(text, start);
    }

    private static TextSpan LineAround(ReadOnlySpan<char> text, int at)
    {
        const int Longest = 45;
        int start = at, end = at;
        while (start > 0 && at - start < Longest && IsOf(text[start - 1])) start--;
        while (end < text.Length && end - at < Longest && IsOf(text[end])) end++;
        return TextSpan.FromBounds(start, end);
    }

    private static bool IsOf(char c) => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '<';

    private static bool Passes(ReadOnlySpan<char> value, char check)
    {
        ReadOnlySpan<byte> weights = [7, 3, 1];
        var sum = 0;
        for (var i = 0; i < value.Length; i++)
            sum += weights[i % 3] * (value[i] == '<' ? 0 : char.IsAsciiDigit(value[i]) ? value[i] - '0' : value[i] - 'A' + 10);
        return (check == '<' ? 0 : check - '0') == sum % 10;
    }
}
