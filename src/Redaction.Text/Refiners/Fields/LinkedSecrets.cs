using System.Buffers;
using System.Text;

namespace Redaction.Text;

/// <summary>A secret after its name and a verb: <c>the password is …</c>, <c>Kennwort lautet …</c>, <c>la contraseña es …</c>.</summary>
internal static class LinkedSecrets
{
    private const int Shortest = 4, Longest = 64;
    private static readonly SearchValues<string> s_links = SearchValues.Create(
        [" is ", " was ", " ist ", " lautet ", " est ", " es ", " er ", " jest ", " to ", " je ", " on "], StringComparison.Ordinal);

    // Apart, since one word beyond ASCII makes the search of all of them several times as slow.
    private static readonly SearchValues<string> s_linksBeyondAscii =
        SearchValues.Create([" é ", " è ", " är ", " — ", " – "], StringComparison.Ordinal);
    private static readonly SearchValues<char> s_ends = SearchValues.Create(" \r\n\t,;|<>{}()\"'“”`&，。；");
    private static readonly SearchValues<char> s_signs = SearchValues.Create("0123456789!$#%&*+=@");

    /// <summary>Adds such values: one word with a digit or sign among its letters.</summary>
    public static void Find(ReadOnlySpan<char> text, List<NamedPlace> places)
    {
        Find(text, s_links, places);
        if (!Ascii.IsValid(text)) Find(text, s_linksBeyondAscii, places);
    }

    private static void Find(ReadOnlySpan<char> text, SearchValues<string> links, List<NamedPlace> places)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(links);
            if (step < 0) return;
            var link = position + step;
            position = link + 2;
            var start = link + 2 + text[(link + 1)..].IndexOf(' ');
            if (start < text.Length && text[start] is '"' or '\'' or '`' or '“') start++;
            var value = Value(text, start);
            if (value.Length == 0) continue;
            var label = LabelSpan.Before(text, link);
            if (label.Length == 0) continue;
            if (FieldVocabulary.OfName(text.Slice(label.Start, label.Length), out _) is not { Kind: FieldKind.Whole } meaning
                || meaning.Type != EntityTypes.Secret) continue;
            places.Add(new(value.Start, value.End, meaning));
        }
    }

    private static TextSpan Value(ReadOnlySpan<char> text, int start)
    {
        if (start >= text.Length) return default;
        var rest = text[start..Math.Min(text.Length, start + Longest)];
        var length = rest.IndexOfAny(s_ends) is >= 0 and var stop ? stop : rest.Length;
        while (length > 0 && rest[length - 1] is '.' or ':' or '?') length--;
        var value = rest[..length];
        return length >= Shortest && value.ContainsAny(s_signs) ? new(start, length) : default;
    }
}
