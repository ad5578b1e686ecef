using System.Buffers;

namespace Redaction.Text;

/// <summary>Whether a number in running text can be what its label says.</summary>
internal static class NamedNumber
{
    private const int Fewest = 3, FewestOfPhone = 4, FewestOfCard = 12, FewestOfUser = 5;
    private static readonly SearchValues<char> s_account = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789._-");
    private static readonly SearchValues<char> s_plate = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");
    private static readonly WordSet s_people = new(
        "user benutzer nutzer utilisateur usuario usuário utente gebruiker bruker brukeren bruger brugeren användare användaren käyttäjä "
        + "käyttäjän użytkownik użytkownika uživatel uživatele používateľ felhasználó utilizator utilizatorul kullanıcı kasutaja lietotājs "
        + "naudotojas uporabnik korisnik korisnika pengguna пользователь пользователя користувач користувача потребител корисник χρήστης "
        + "χρήστη usuari");
    private static readonly WordSet s_codes = new("pin puk tan code kod kode codice código codigo koodi koda пин");
    private static readonly WordSet s_units = new("baud bps bytes kb mb gb tb mm cm m km g kg t ms s min h hz khz mhz ghz w kw kwh v "
        + "eur usd gbp pieces pcs items "
        + "rows lines words tokens users times people");
    private static readonly EntityType s_code = new("security-code"), s_expiry = new("card-expiry");

    /// <summary>True when the number has as many digits as one of the type.</summary>
    public static bool Fits(ReadOnlySpan<char> text, TextSpan span, int digits, EntityType type)
    {
        var value = text.Slice(span.Start, span.Length);
        if (IsPath(value)) return false;
        if (type == s_code) return digits is 3 or 4 && (digits == span.Length || 2 * digits - 1 == span.Length) && !IsUnit(text, span.End);
        if (type == s_expiry) return IsExpiry(value);
        if (type == EntityTypes.Date) return digits < span.Length ? HoldsLetter(value) : digits is 6 or 8 && IsCompactDate(value);
        if (type == EntityTypes.Secret) return digits is >= 4 and <= 8 && digits == span.Length;
        if (type == EntityTypes.CreditCard) return digits >= FewestOfCard;
        if (type.Name == "username") return digits == span.Length ? digits >= FewestOfUser : digits >= Fewest || IsAccount(value);
        if (type == EntityTypes.Phone) return digits >= FewestOfPhone && !(digits == 4 && value is ['1' or '2', '0' or '9', _, _]);
        return digits >= Fewest;
    }

    /// <summary>True for types whose labels mean nothing else, so that a colon is not needed.</summary>
    public static bool NeedsNoMark(EntityType type) => type == s_code || type == s_expiry || type == EntityTypes.Date;

    /// <summary>True for numbers that are long enough to stand behind their label without a colon: codes and PINs have four digits, and
    /// years are none.</summary>
    public static bool IsSureWithoutMark(ReadOnlySpan<char> value, int digits, in LabelBefore label) =>
        (digits >= 5 && (value.Length > digits || digits >= 6))
        || (label.Type == EntityTypes.LicensePlate && ((digits >= 3 && value.Contains(' ') && HoldsLetter(value))
            || (digits >= 2 && value.Length is >= 5 and <= 9 && !value.ContainsAnyExcept(s_plate) && value.Length - digits >= 2)))
        || (label.Type == UserName.Type && digits > 0 && IsAccount(value)
            && (IsUnspaced(label.Words) || s_people.Contains(label.Words.Trim())))
        || (label.Type == EntityTypes.Secret && s_codes.Contains(label.Words[(label.Words.Trim().LastIndexOf(' ') + 1)..].Trim())
            && value is not ['1' or '2', '0' or '9', _, _]);

    /// <summary>Small letters, digits and the signs of accounts, behind words that put no space before a value:
    /// <c>加我微信 xiaolin_0823</c>.</summary>
    private static bool IsAccount(ReadOnlySpan<char> value) => value.Length >= FewestOfUser && !value.ContainsAnyExcept(s_account)
        && char.IsAsciiLetterLower(value[0]) && char.IsAsciiLetterLower(value[1]);

    private static bool IsUnspaced(ReadOnlySpan<char> label) =>
        label.TrimEnd() is [.., >= '\u0E00' and var last] && char.IsLetter(last) && !Neighbourhood.IsWord(last);

    /// <summary>True where a unit follows: <c>serial 115200 baud</c>.</summary>
    public static bool IsCounted(ReadOnlySpan<char> text, int end) =>
        end + 1 < text.Length && text[end] == ' ' && s_units.Contains(text[(end + 1)..AddressText.WordEnd(text, end + 1)]);

    /// <summary><c>12/27</c>, <c>12-2027</c>, <c>1227</c>: a month and a year.</summary>
    public static bool IsExpiry(ReadOnlySpan<char> value)
    {
        if (value.Length is < 4 or > 7 || !char.IsAsciiDigit(value[0]) || !char.IsAsciiDigit(value[1])) return false;
        if (value.Length == 7 && value[..2] is "20" && value[4] is '-' or '/' or '.') // ISO 8601
            return value[5..] is ['0', >= '1' and <= '9'] or ['1', '0' or '1' or '2'] && char.IsAsciiDigit(value[2])
                && char.IsAsciiDigit(value[3]);
        var month = (value[0] - '0') * 10 + value[1] - '0';
        var year = value[2] is '/' or '-' or '.' ? value[3..] : value[2..];
        if (value.Length == 4 && value[2] is not ('2' or '3' or '4')) return false; // 1200
        return month is >= 1 and <= 12 && year.Length is 2 or 4 && !year.ContainsAnyExceptInRange('0', '9');
    }

    private static bool IsCompactDate(ReadOnlySpan<char> value)
    {
        if (value.Length == 6) return true;
        return value[..2] is "19" or "20" || value[4..6] is "19" or "20";
    }

    private static bool HoldsLetter(ReadOnlySpan<char> value)
    {
        foreach (var c in value)
            if (char.IsLetter(c)) return true;
        return false;
    }

    /// <summary><c>policies/4711</c>: a word in small letters and a slash lead to something, they number nothing.</summary>
    public static bool IsPath(ReadOnlySpan<char> value)
    {
        var letters = value.IndexOfAnyExceptInRange('a', 'z');
        return letters > 3 && value[letters] == '/';
    }

    private static bool IsUnit(ReadOnlySpan<char> text, int end) => end < text.Length && text[end] is '%' or '°';
}
