using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace Redaction.Text;

/// <summary>Whether a value can be what its name says.</summary>
internal static class NamedForms
{
    private const int LongestName = 80, LongestFree = 300, LongestSecret = 256, LongestWord = 64, MostWords = 8, MostLetters = 12,
        MostOfAccount = 32;

    private static readonly SearchValues<char> s_signs = SearchValues.Create("_/\\@#:;()[]{}<>=");
    private static readonly SearchValues<char> s_stars = SearchValues.Create("*xX•");
    private static readonly SearchValues<char> s_parts = SearchValues.Create(" ^,+\u3000\u00A0\u30FB");
    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789");
    private static readonly EntityType s_securityCode = new("security-code"), s_expiry = new("card-expiry"), s_passport = new("passport");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_empty = new[]
    {
        "null", "none", "nil", "n/a", "na", "unknown", "not provided", "not available", "undefined", "nan",
        "true", "false", "yes", "no", "tbd", "test", "anonymous", "system", "admin", "root", "keine", "unbekannt", "inconnu",
        "string", "required", "optional", "-", "--", "varchar", "text", "integer", "number", "hidden", "redacted", "default", "string?",
        "str", "bool", "boolean", "email", "password", "phone", "username", "name", "user", "object", "array", "secret", "token",
        "hash", "hashed", "int", "uuid", "char", "date", "datetime", "float", "encrypted", "masked",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True when the value looks like one that the name says.</summary>
    public static bool Fit(ReadOnlySpan<char> value, FieldMeaning meaning) =>
        !s_empty.Contains(value) && !IsPlaceholder(value) && meaning.Kind switch
        {
            // "name: Build Docs"
            FieldKind.Likely => IsName(value, fewest: 2) && !NameWords.BeginTask(value) && !NameWords.EndInTask(value),
            FieldKind.Single => meaning.Type == EntityTypes.Person ? IsName(value, fewest: 1) : IsAccount(value),
            FieldKind.Word => value.Length is >= 2 and <= LongestWord && !value.ContainsAny(" \t\n") && !value.StartsWith("0x"),
            FieldKind.Code => value.Length <= LongestName && IsCode(value, meaning.Type),
            FieldKind.Checked => true,
            FieldKind.Whole => IsWhole(value, meaning.Type),
            _ => false,
        };

    /// <summary>One word as accounts are written: with a digit or sign, or in small letters and no word that people say.</summary>
    private static bool IsAccount(ReadOnlySpan<char> value)
    {
        if (value.Length is < 4 or > MostOfAccount || !char.IsLetter(value[0]) || UserFolders.IsNobody(value) || ChatRoles.Contains(value))
            return false;
        var (isTelling, isSmall) = (false, true);
        foreach (var c in value)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '.' or '-')) return false;
            isTelling |= char.IsDigit(c) || c == '_';
            isSmall &= !char.IsUpper(c);
        }
        return isTelling || (isSmall && value.Length > 4 && value[^1] != '.' && !OrdinaryWords.Contains(value) && !ChatSpeakers.Say(value)
            && !value.EndsWith("ed") && !value.EndsWith("ing"));
    }

    private static bool IsWhole(ReadOnlySpan<char> value, EntityType type)
    {
        if (type == EntityTypes.Secret)
            return !IsConnection(value) && value.Length <= LongestSecret && !value.Contains('\n') && (value.Count(' ') < MostWords || IsSeedPhrase(value));
        if (type == EntityTypes.Person) return value.Length <= LongestName && HoldsLetter(value) && value.Count(' ') < MostWords;
        return value.Length <= LongestFree && HoldsLetter(value) && !(type == EntityTypes.Address && IsHost(value));
    }

    /// <summary>Settings of a connection, of which the account and the password are found by their own names.</summary>
    private static bool IsConnection(ReadOnlySpan<char> value) => value.Count(';') > 1 && value.Count('=') > 1
        && (value.Contains("password=", StringComparison.OrdinalIgnoreCase) || value.Contains("pwd=", StringComparison.OrdinalIgnoreCase));

    /// <summary>The name of a machine: labels between points, without a space.</summary>
    private static bool IsHost(ReadOnlySpan<char> value)
    {
        if (!value.Contains('.') || value[^1] == '.' || !char.IsAsciiLetterLower(value[^1])) return false;
        foreach (var c in value)
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not ('.' or '-')) return false;
        return true;
    }

    /// <summary>Twelve to twenty-four words in small letters, from which a wallet makes its keys (BIP 39).</summary>
    public static bool IsSeedPhrase(ReadOnlySpan<char> value)
    {
        if (value.Count(' ') is < 11 or > 23) return false;
        foreach (var range in value.Split(' '))
            if (value[range].Length is < 3 or > 8 || value[range].ContainsAnyExceptInRange('a', 'z')) return false;
        return true;
    }

    private static bool IsCode(ReadOnlySpan<char> value, EntityType type)
    {
        int digits = 0, letters = 0;
        foreach (var c in value)
        {
            if (char.IsDigit(c)) digits++;
            else if (char.IsLetter(c)) letters++;
        }
        if (type == EntityTypes.Email) return value.Contains('@');
        if (type == EntityTypes.Age) return digits is > 0 and <= 3 && value.Length <= 12;
        if (type == s_securityCode) return digits is 3 or 4 && letters == 0 && value.Length <= 6;
        if (type == s_expiry)
            return NamedNumber.IsExpiry(value) || value is ['2', '0', >= '2' and <= '4', >= '0' and <= '9']
                || (digits is >= 3 and <= 8 && digits < value.Length && value.Length <= 12);
        if (type == EntityTypes.Date) return digits >= 2 && !(digits == 10 && letters == 0 && value.Length == 10);
        if (digits < 3 || value.Contains("://", StringComparison.Ordinal)) return false;
        return type == EntityTypes.Phone ? letters <= digits + MostLetters : value.Count(' ') < MostWords;
    }

    /// <summary>One to five capitalised words without digits, also <c>Family, Given</c> and <c>FAMILY^GIVEN</c>.</summary>
    public static bool IsName(ReadOnlySpan<char> value, int fewest)
    {
        if (value.Length is < 2 or > 60 || value.ContainsAny(s_digits)) return false;
        var words = 0;
        foreach (var part in value.SplitAny(s_parts))
        {
            var word = value[part];
            if (word.IsEmpty) continue;
            if (word.ContainsAny(s_signs) || !char.IsLetter(word[0])) return false;
            if (char.IsLower(word[0]) && !HasNoCapitals(word[0]) && !(words > 0 && IsParticle(word))) return false;
            words += IsUnspaced(word) ? 2 : 1;
        }
        return words >= fewest && words <= 5;
    }

    /// <summary>A whole name in a script without spaces and capitals.</summary>
    private static bool IsUnspaced(ReadOnlySpan<char> word) =>
        word.Length is >= 2 and <= 5 && word[0] >= '\u3040' && char.GetUnicodeCategory(word[0]) == UnicodeCategory.OtherLetter;

    /// <summary>Georgian letters count as small ones and have no large ones in a text.</summary>
    private static bool HasNoCapitals(char c) => c is >= '\u10D0' and <= '\u10FF';

    private static bool IsParticle(ReadOnlySpan<char> word) => word.Length <= 4;

    /// <summary><c>${PASSWORD}</c>, <c>{{ name }}</c>, <c>&lt;your key&gt;</c>, <c>****</c>, <c>[secret]</c>.</summary>
    private static bool IsPlaceholder(ReadOnlySpan<char> value) =>
        (value.Length > 2 && value[0] is '<' or '[' && value[^1] is '>' or ']') || (value.Length > 3 && value[0] is '$' or '%' or '#' or '{'
        && value[1] is '{' or '(' or '%') || !value.ContainsAnyExcept(s_stars);

    private static bool HoldsLetter(ReadOnlySpan<char> value)
    {
        foreach (var c in value)
            if (char.IsLetter(c)) return true;
        return false;
    }
}
