using System.Buffers;

namespace Redaction.Text;

/// <summary>Sentences of receivers of satellite positions (NMEA 0183, <c>$GPGGA,…</c>): degrees and minutes before the letter of their
/// hemisphere. Times, counts and the rest of a sentence are numbers of a device.</summary>
internal static class NmeaSentences
{
    private const int LongestLine = 200, ShortestName = 5, LongestName = 7;
    private static readonly SearchValues<char> s_marks = SearchValues.Create("$!");

    /// <summary>Adds the positions, and the sentences around them as technical.</summary>
    public static void Find(ReadOnlySpan<char> text, List<NamedPlace> places)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(s_marks);
            if (step < 0) return;
            var start = position + step;
            position = start + 1;
            var name = 0;
            while (name <= LongestName && position + name < text.Length && char.IsAsciiLetterUpper(text[position + name])) name++;
            if (name is < ShortestName or > LongestName || position + name >= text.Length || text[position + name] != ',') continue;
            var end = text[start..Math.Min(text.Length, start + LongestLine)].IndexOfAny('\r', '\n') is >= 0 and var length
                ? start + length : Math.Min(text.Length, start + LongestLine);
            places.Add(new(start, end, new(default, FieldKind.Technical)));
            Positions(text, start, end, places);
            position = end;
        }
    }

    private static void Positions(ReadOnlySpan<char> text, int at, int end, List<NamedPlace> places)
    {
        var last = (Start: at, End: at);
        while (at < end)
        {
            var stop = text[at..end].IndexOf(',') is >= 0 and var length ? at + length : end;
            if (text[at..stop] is ['N' or 'S' or 'E' or 'W'] && IsDegrees(text[last.Start..last.End]))
                places.Add(new(last.Start, last.End, new(EntityTypes.Gps, FieldKind.Code)));
            last = (at, stop);
            at = stop + 1;
        }
    }

    /// <summary><c>ddmm.mmm</c> or <c>dddmm.mmm</c>.</summary>
    private static bool IsDegrees(ReadOnlySpan<char> field)
    {
        var point = field.IndexOf('.');
        return point is 4 or 5 && point + 1 < field.Length && !field[..point].ContainsAnyExceptInRange('0', '9')
            && !field[(point + 1)..].ContainsAnyExceptInRange('0', '9');
    }
}
