using System.Buffers;

namespace Redaction.Text;

/// <summary>A secret after its name and a verb: <c>the password is …</c>, <c>Kennwort lautet …</c>, <c>la contraseña es …</c>.</summary>
/// <remarks>Looks for what such a value has and prose has not, then for the verb before it: verbs stand everywhere.</remarks>
internal static class LinkedSecrets
{
    private const int Shortest = 4, Longest = 64;
    private static readonly string[] s_links =
    [
        " is ", " was ", " ist ", " lautet ", " est ", " es ", " er ", " jest ", " to ", " je ", " on ", " é ", " è ", " är ", " — ", " – ",
    ];
    private static readonly SearchValues<char> s_lastLetters = SearchValues.Create([.. s_links.Select(static l => l[^2]).Distinct()]);
    private static readonly SearchValues<char> s_ends = SearchValues.Create(" \r\n\t,;|<>{}()\"'“”`&，。；");
    private static readonly SearchValues<char> s_signs = SearchValues.Create("0123456789!$#%&*+=@");

    /// <summary>Adds such values: one word with a digit or sign among its letters.</summary>
    public static void Find(ReadOnlySpan<char> text, List<NamedPlace> places)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(s_signs);
            if (step < 0) return;
            var sign = position + step;
            var start = Start(text, position, sign);
            var rest = text[start..Math.Min(text.Length, start + Longest)];
            var length = rest.IndexOfAny(s_ends) is >= 0 and var stop ? stop : rest.Length;
            position = Math.Max(sign + 1, start + length);
            if (Link(text, start) is not (>= 0 and var link)) continue;
            while (length > 0 && rest[length - 1] is '.' or ':' or '?') length--;
            if (length < Shortest || !rest[..length].ContainsAny(s_signs)) continue;
            var label = LabelSpan.Before(text, link);
            if (label.Length == 0) continue;
            if (FieldVocabulary.OfName(text.Slice(label.Start, label.Length), out _) is not { Kind: FieldKind.Whole } meaning
                || meaning.Type != EntityTypes.Secret) continue;
            places.Add(new(start, start + length, meaning));
        }
    }

    /// <summary>Where the word begins that a sign stands in.</summary>
    private static int Start(ReadOnlySpan<char> text, int position, int sign)
    {
        var least = Math.Max(position, sign - Longest);
        return least + text[least..sign].LastIndexOfAny(s_ends) + 1;
    }

    /// <summary>Where the verb before a value begins; -1 when there is none.</summary>
    private static int Link(ReadOnlySpan<char> text, int start)
    {
        var before = text[..start];
        if (before is [.., '"' or '\'' or '`' or '“']) before = before[..^1];
        if (before is not [.., var last, ' '] || !s_lastLetters.Contains(last)) return -1;
        foreach (var link in s_links)
            if (before.EndsWith(link, StringComparison.Ordinal)) return before.Length - link.Length;
        return -1;
    }
}
