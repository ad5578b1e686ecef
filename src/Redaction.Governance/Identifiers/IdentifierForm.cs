using System.Buffers;
using System.Globalization;
using System.Text;

namespace Redaction.Governance;

/// <summary>The form under which a value is kept and looked up, equal for all its writings: an address in lower case, a number without its
/// grouping, a name without title, accents and order of words.</summary>
/// <remarks>Values of different entity types have the same form, so that what was found as something else is found again.</remarks>
internal static class IdentifierForm
{
    private const int LongestName = 100;
    private static readonly SearchValues<char> s_noNumber = SearchValues.Create("@:?&=%\n");
    private static readonly string[] s_schemes = ["mailto:", "tel:", "sms:", "sip:", "callto:"];
    private static readonly (string Written, string Meant)[] s_disguises =
    [
        (" (at) ", "@"), ("(at)", "@"), (" [at] ", "@"), ("[at]", "@"), ("{at}", "@"), (" at ", "@"),
        (" (dot) ", "."), ("(dot)", "."), (" [dot] ", "."), ("[dot]", "."), ("{dot}", "."), (" dot ", "."),
    ];

    /// <summary>The form of a whole value.</summary>
    public static string Of(ReadOnlySpan<char> value)
    {
        var text = Normalised(value);
        if (Address(text) is { } address) return address;
        if (IsNumber(text)) return DigitForm.Of(text);
        return IsName(text) ? NameForm.Of(text) : Plain(text);
    }

    /// <summary>Compatible signs made one, invisible ones left out, in lower case.</summary>
    public static string Normalised(ReadOnlySpan<char> value)
    {
        var text = value.Trim().ToString();
        text = LetterFold.Plain(text).ToLowerInvariant();
        foreach (var scheme in s_schemes)
            if (text.StartsWith(scheme, StringComparison.Ordinal)) return text[scheme.Length..];
        return text;
    }

    /// <summary>The e-mail address that a text is as a whole, also a disguised one; null when it is none.</summary>
    public static string? Address(string text)
    {
        var bare = text.AsSpan().Trim("<>\"'()[]{}.,;: ").ToString();
        if (IsAddress(bare)) return bare;
        if (!bare.Contains("at", StringComparison.Ordinal)) return null;
        foreach (var (written, meant) in s_disguises) bare = bare.Replace(written, meant, StringComparison.Ordinal);
        return IsAddress(bare) ? bare : null;
    }

    /// <summary>True when every word has a digit or no letter at all, so that the text is one number in groups.</summary>
    public static bool IsNumber(ReadOnlySpan<char> text)
    {
        var (any, digits, letters) = (false, 0, 0);
        foreach (var range in text.Split(' '))
        {
            var word = text[range];
            var hasDigit = word.IndexOfAnyInRange('0', '9') >= 0 || HasOtherDigit(word);
            if (!hasDigit && HasLetter(word) && !(any && DigitForm.IsExtension(word))) return false;
            any |= hasDigit;
        }
        foreach (var c in text)
        {
            if (char.IsDigit(c)) digits++;
            else if (char.IsLetter(c)) letters++;
        }
        return any && digits >= letters && text.IndexOfAny(s_noNumber) < 0;
    }

    /// <summary>True when the text has letters, and besides them only what stands in names.</summary>
    public static bool IsName(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length > LongestName) return false;
        var letters = 0;
        foreach (var c in text)
        {
            if (char.IsLetter(c)) letters++;
            else if (!(char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark
                         or UnicodeCategory.SpacingCombiningMark || " .,'’`´-‐‑·・\"\u00A0".Contains(c))) return false;
        }
        return letters > 0;
    }

    /// <summary>Letters and digits only, besides <c>@</c> and the point.</summary>
    public static string Plain(ReadOnlySpan<char> text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '@' or '.') plain.Append(c);
        // What has no letter at all, such as a password of signs, is its own form.
        return plain.Length > 0 ? plain.ToString() : text.ToString();
    }

    private static bool IsAddress(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('@');
        if (at < 1 || at == text.Length - 1) return false;
        foreach (var c in text[..at])
            if (!(char.IsLetterOrDigit(c) || ".!#$%&'*+-/=?^_`{|}~".Contains(c))) return false;
        foreach (var c in text[(at + 1)..])
            if (!(char.IsLetterOrDigit(c) || c is '.' or '-')) return false;
        return true;
    }

    private static bool HasLetter(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (char.IsLetter(c)) return true;
        return false;
    }

    private static bool HasOtherDigit(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (c > '\x7F' && char.IsDigit(c)) return true;
        return false;
    }
}
