using System.Globalization;

namespace Redaction.Text;

/// <summary>Records of payments that tell a value by its place or number: NACHA files of 94 columns, and messages of FIX
/// (<c>8=FIX.4.4|…|1=account|448=party</c>).</summary>
internal static class FixedRecords
{
    private const int Sizes = 34, AccountStart = 12, AccountEnd = 29, NameStart = 54, NameEnd = 76;
    private const string Fix = "8=FIX", Nacha94 = "094101";

    /// <summary>Adds accounts and names.</summary>
    public static void Find(ReadOnlySpan<char> text, List<NamedPlace> places)
    {
        if (text.StartsWith("101 ") && text.Length > Sizes && text[Sizes..].StartsWith(Nacha94)) Nacha(text, places);
        for (var position = 0; text[position..].IndexOf(Fix, StringComparison.Ordinal) is >= 0 and var step; position++)
        {
            position += step;
            var end = text[position..].IndexOf('\n') is >= 0 and var length ? position + length : text.Length;
            Message(text, position, end, places);
            position = end - 1;
        }
    }

    /// <summary>Entries (6) hold an account and a name, addenda (7) what was written with them.</summary>
    private static void Nacha(ReadOnlySpan<char> text, List<NamedPlace> places)
    {
        for (var line = 0; line < text.Length;)
        {
            var end = text[line..].IndexOf('\n') is >= 0 and var length ? line + length : text.Length;
            var last = line + text[line..end].TrimEnd().Length;
            if (text[line] == '6' && last - line > NameStart)
            {
                places.Add(new(line + AccountStart, line + AccountEnd, new(new EntityType("account-number"), FieldKind.Code)));
                places.Add(new(line + NameStart, Math.Min(last, line + NameEnd), new(EntityTypes.Person, FieldKind.Whole)));
            }
            else if (text[line] is '1' or '5' or '8' or '9') places.Add(new(line, last, new(default, FieldKind.Technical)));
            line = end + 1;
        }
    }

    private static void Message(ReadOnlySpan<char> text, int at, int end, List<NamedPlace> places)
    {
        var sign = text[at..end].IndexOfAny('|', '\u0001', '^');
        if (sign < 0) return;
        var delimiter = text[at + sign];
        while (at < end)
        {
            var stop = text[at..end].IndexOf(delimiter) is >= 0 and var length ? at + length : end;
            var equals = text[at..stop].IndexOf('=');
            if (equals > 0 && int.TryParse(text.Slice(at, equals), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && MeaningOf(number) is { } meaning) places.Add(new(at + equals + 1, stop, meaning));
            at = stop + 1;
        }
    }

    private static FieldMeaning? MeaningOf(int tag) => tag switch
    {
        1 => new(new EntityType("account-number"), FieldKind.Code),
        448 or 523 => new(EntityTypes.Person, FieldKind.Likely),
        _ => null,
    };
}
