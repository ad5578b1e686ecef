namespace Redaction.Text;

/// <summary>Two labels and two values with a slash between: <c>user/pass: skog77/korn7blume</c>.</summary>
internal static class LabelTwins
{
    private const int ShortestSecret = 4;
    private static readonly WordSet s_pairs = new(
        "creds credentials login logindaten zugangsdaten anmeldedaten identifiants credenciales credenciais credenziali innlogging "
        + "inloggegevens");

    /// <summary>True for one word for both an account and its password.</summary>
    public static bool IsPair(ReadOnlySpan<char> word) => s_pairs.Contains(word);

    /// <summary>Adds both halves; false where the label is not two.</summary>
    public static bool Add(ReadOnlySpan<char> text, TextSpan label, TextSpan value, List<NamedPlace> places)
    {
        var names = text.Slice(label.Start, label.Length);
        if (value.Length == 0) return false;
        if (s_pairs.Contains(names)) return AddPair(text, value, places);
        var slash = names.IndexOf('/');
        if (slash < 1) return false;
        if (FieldVocabulary.OfName(names[..slash], out _) is not { Type.Name: not null } first
            || FieldVocabulary.OfName(names[(slash + 1)..], out var start) is not { Type.Name: not null } second || start > 0) return false;
        if (second.Type == EntityTypes.Secret && first.Type == EntityTypes.Person) first = new(UserName.Type, FieldKind.Word);
        if (first.Type == second.Type || !(IsCredential(first) || IsCredential(second))) return false;
        var written = text.Slice(value.Start, value.Length);
        var cut = written.IndexOfAny('/', ':', '|');
        if (cut < 1 || cut + 1 >= written.Length || written.Contains("://", StringComparison.Ordinal)) return false;
        places.Add(new(value.Start, value.Start + cut, first));
        places.Add(new(value.Start + cut + 1, value.End, second));
        return true;
    }

    /// <summary>One word for both: <c>creds: skog77:korn7blume</c>.</summary>
    private static bool AddPair(ReadOnlySpan<char> text, TextSpan value, List<NamedPlace> places)
    {
        var written = text.Slice(value.Start, value.Length);
        var cut = written.IndexOfAny(':', '/');
        if (cut < 2 || written.Length - cut - 1 < ShortestSecret || written[..cut].Contains(' ')) return false;
        var secret = written[(cut + 1)..];
        if (secret[0] == '/' || Digits.Count(secret) == 0 || secret.Trim().Contains(' ')) return false;
        places.Add(new(value.Start, value.Start + cut, new(UserName.Type, FieldKind.Word)));
        places.Add(new(value.Start + cut + 1, value.End, new(EntityTypes.Secret, FieldKind.Whole)));
        return true;
    }

    private static bool IsCredential(FieldMeaning meaning) => meaning.Type == EntityTypes.Secret || meaning.Type == UserName.Type;
}
