using System.Buffers;

namespace Redaction.Text;

/// <summary>A secret that a low line or hyphen joins to the word that names it, as names of files and keys do:
/// <c>password_hunter2Reef!</c>, <c>backup_pwd-Sunfl0wer!77.zip</c>.</summary>
internal static class GluedSecrets
{
    private const int Shortest = 6, FewestDigits = 2, LongestExtension = 5;
    private static readonly SearchValues<char> s_loud = SearchValues.Create("!$#%&*+@");

    private static readonly PhraseSearch s_names = new(
        ["password_", "password-", "passwort_", "passwort-", "kennwort_", "kennwort-", "passwd_", "passwd-", "pwd_", "pwd-", "passcode_",
            "passcode-", "passord_", "passord-", "lösenord_", "wachtwoord_", "wachtwoord-", "contraseña_", "senha_", "senha-",
            "hasło_", "heslo_", "passphrase_", "passphrase-", "mdp_"]);

    /// <summary>Where the secret stands in the word; empty where it holds none.</summary>
    public static TextSpan ValueOf(ReadOnlySpan<char> word)
    {
        var name = s_names.Next(word, 0);
        if (name < 0 || (name > 0 && char.IsLetter(word[name - 1]))) return default;
        var start = name + word[name..].IndexOfAny('_', '-') + 1;
        var value = word[start..].TrimEnd(".:?");
        if (value.LastIndexOf('.') is > 0 and var dot && value.Length - dot <= LongestExtension && !value[dot..].ContainsAny(s_loud))
            value = value[..dot];
        return IsSecret(value) ? new(start, value.Length) : default;
    }

    private static bool HoldsDigitInWord(ReadOnlySpan<char> value)
    {
        for (var i = 1; i + 1 < value.Length; i++)
            if (char.IsAsciiDigit(value[i]) && char.IsLetter(value[i - 1]) && char.IsLetter(value[i + 1])) return true;
        return false;
    }

    /// <summary>Signs, letters and digits mixed as nobody writes a word or a variable; <c>password_reset2</c> is one.</summary>
    private static bool IsSecret(ReadOnlySpan<char> value)
    {
        if (value.Length < Shortest || value.ContainsAny('(', '=', '/') || value.ContainsAny('[', '{', '<')) return false;
        var digits = Digits.Count(value);
        if (digits == 0 || digits == value.Length || value.Contains('_')) return false;
        if (value.ContainsAny(s_loud)) return true;
        var stem = value.TrimEnd("0123456789");
        if (Digits.Count(stem) > 0) return HoldsDigitInWord(stem) && !LinkedSecrets.IsMethod(value);
        return digits >= FewestDigits && char.IsAsciiLetterUpper(value[0]) && stem.Length > 4 && !stem[1..].ContainsAnyInRange('A', 'Z');
    }
}
