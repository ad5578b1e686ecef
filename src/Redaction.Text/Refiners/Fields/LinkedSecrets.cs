using System.Buffers;

namespace Redaction.Text;

/// <summary>A secret or account after its name and a verb (<c>the password is …</c>, <c>Kennwort lautet …</c>, <c>la contraseña es
/// …</c>), or after the name alone.</summary>
/// <remarks>Looks for what such a value has and prose has not, then for the verb before it: verbs stand everywhere.</remarks>
internal static class LinkedSecrets
{
    private const int Shortest = 4, Longest = 64, ShortestBare = 6, Reach = 56;
    private static readonly SearchValues<char> s_breaks = SearchValues.Create(".;!?,\n{}[]\"=<>");
    private static readonly SearchValues<char> s_strong = SearchValues.Create("0123456789!$#%&*+@");
    private static readonly SearchValues<char> s_loud = SearchValues.Create("!$#%&*+@");
    private static readonly WordSet s_words = new(
        "password passwort kennwort passwd passphrase passcode pw pwd wachtwoord passord lösenord adgangskode salasana hasło heslo "
        + "jelszó parolă "
        + "auth requirepass masterauth lozinka geslo şifre senha contraseña mdp пароль пароля парола лозинка κωδικός סיסמה सांकेतिक mật");
    private static readonly WordSet s_methods = new("sha md base utf aes rsa pbkdf bcrypt argon oauth win php mysql v version rfc des "
        + "hs rs es ed level type");
    private static readonly string[] s_links =
    [
        " is ", " was ", " ist ", " lautet ", " est ", " es ", " er ", " jest ", " to ", " je ", " on ", " é ", " è ", " är ", " — ", " – ",
        " c'est ", " c’est ", " heißt ", " lyder ", " este ", " là ", " adalah ", " это ", " це ", " είναι ", " yra ", " bu ", " ni ",
        " az ",
    ];
    private static readonly WordSet s_adverbs = new("actually again ahora ainda aktuell akkurat always ancora adesso agora currently "
        + "encore fortfarande fortsatt gerade immer jetzt just maintenant now nadal noch nog nu nun nyní nå obecnie once only permanently "
        + "simply stadig still temporarily teraz todavía toujours vorerst weiterhin ziet всё ещё пока теперь сейчас");

    private static readonly SearchValues<char> s_lastLetters = SearchValues.Create([.. s_links.Select(static l => l[^2]).Distinct()]);
    private static readonly SearchValues<char> s_ends = SearchValues.Create(" \r\n\t,;|<>{}()\"'“”`&，。；«»是为は為");
    private static readonly SearchValues<char> s_signs = SearchValues.Create("0123456789!$#%&*+=@_");

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
            if (GluedSecrets.ValueOf(rest[..length]) is { Length: > 0 } glued)
            {
                places.Add(new(start + glued.Start, start + glued.End, new(EntityTypes.Secret, FieldKind.Whole)));
                continue;
            }
            var link = Link(text, start);
            var isBare = link < 0;
            if (isBare) link = Bare(text, start);
            if (link < 0 && !IsMarked(text, start)) continue;
            while (length > 0 && rest[length - 1] is '.' or ':' or '?') length--;
            if (length < Shortest || !rest[..length].ContainsAny(s_signs)) continue;
            var label = link < 0 ? default : LabelSpan.Before(text, link);
            if (label.Length > 0 && LabelPairs.IsReplaced(text, label)) continue;
            if (label.Length > 0 && Meaning(text.Slice(label.Start, label.Length)) is { } meaning)
            {
                if (!isBare || IsSure(text, rest[..length], start + length)) places.Add(new(start, start + length, meaning));
            }
            else if ((!isBare || link < 0) && IsRandom(rest[..length]) && IsOfSecret(text, link < 0 ? start : link))
                places.Add(new(start, start + length, new(EntityTypes.Secret, FieldKind.Whole)));
        }
    }

    private static FieldMeaning? Meaning(ReadOnlySpan<char> label)
    {
        if (FieldVocabulary.OfLabel(label, out _) is not { } meaning) return null;
        if (meaning.Kind == FieldKind.Lead && meaning.Type == UserName.Type) return meaning with { Kind = FieldKind.Word };
        var isCredential = (meaning.Kind == FieldKind.Whole && meaning.Type == EntityTypes.Secret)
            || (meaning.Kind == FieldKind.Word && meaning.Type == UserName.Type);
        return isCredential ? meaning : null;
    }

    /// <summary>The end of the word before a value that nothing but a space parts from it; -1 when there is none.</summary>
    private static int Bare(ReadOnlySpan<char> text, int start) =>
        start > 3 && text[start - 1] == ' ' && char.IsLetter(text[start - 2]) && char.IsLower(text[start - 2]) ? start - 1 : -1;

    /// <summary>A mark before the value, with or without a space: <c>password (staging): …</c>, <c>Password for the vault →
    /// …</c>.</summary>
    private static bool IsMarked(ReadOnlySpan<char> text, int start)
    {
        var before = text[Math.Max(0, start - 4)..start].TrimEnd(" \"'`“«");
        return before.Length > 0 && before[^1] is ':' or '→' or '=' or '>' && !(before.Length > 1 && before[^1] == ':'
            && before[^2] == ':');
    }

    /// <summary>A word for a credential and at most a few others between it and the verb or mark: <c>the password at the cabin is
    /// …</c>.</summary>
    private static bool IsOfSecret(ReadOnlySpan<char> text, int end)
    {
        var before = text[Math.Max(0, end - Reach)..end];
        before = before[(before.LastIndexOfAny(s_breaks) + 1)..];
        foreach (var range in before.Split(' '))
        {
            var word = before[range].Trim("():-'*_ →");
            if (word.Length >= 2 && s_words.Contains(word)) return true;
        }
        return false;
    }

    /// <summary>Letters mixed with signs, or with digits and capitals, as nobody writes a word; <c>chapter12</c> is one.</summary>
    private static bool IsRandom(ReadOnlySpan<char> value) => value.Length >= ShortestBare && char.IsLetter(value[0])
        && (value.ContainsAny(s_loud) || value.ContainsAnyInRange('A', 'Z') || value.TrimEnd("0123456789").ContainsAnyInRange('0', '9'))
        && value.ContainsAnyInRange('a', 'z') && value.ContainsAny(s_strong) && value.IndexOfAny('(', '=', '/') < 0 && !IsMethod(value);

    /// <summary>True for the name of a hash or cipher.</summary>
    public static bool IsMethod(ReadOnlySpan<char> value)
    {
        var letters = 0;
        while (letters < value.Length && char.IsAsciiLetter(value[letters])) letters++;
        return s_methods.Contains(value[..letters]);
    }

    /// <summary>Without a verb between, the value must look like what nobody says (<c>password korn7blume!</c>), and no sentence may go
    /// on behind it; <c>password sha256</c> names a method.</summary>
    private static bool IsSure(ReadOnlySpan<char> text, ReadOnlySpan<char> value, int end)
    {
        if (value.Length < ShortestBare || !char.IsLetter(value[0]) || !value.ContainsAnyInRange('a', 'z')) return false;
        var goesOn = end + 1 < text.Length && text[end] == ' ' && char.IsLetter(text[end + 1]);
        if (goesOn && !(value[..^1].ContainsAny(s_loud) && value.ContainsAnyInRange('0', '9'))) return false;
        return value.IndexOfAny('(', '=') < 0 && !IsMethod(value);
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
        if (before is [.., '"' or '\'' or '`' or '“' or '«']) before = before[..^1];
        if (before is [.., '是' or '为' or 'は' or '為']) return before.Length - 1;
        if (before is [.., 'は', ' ']) return before.Length - 2;
        if (before is [.., '>']) return before.Length - 1; // an element
        if (before is [.., not ' ', ' ']
            && before[(before[..^1].LastIndexOf(' ') + 1)..^1] is { Length: > 1 } word && s_adverbs.Contains(word))
            before = before[..^(word.Length + 1)];
        if (before is not [.., var last, ' '] || !s_lastLetters.Contains(last)) return -1;
        foreach (var link in s_links)
            if (before.EndsWith(link, StringComparison.Ordinal)) return before.Length - link.Length;
        return -1;
    }
}
