using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Redaction.Text;

/// <summary>Characters written as an escape: percent-encoded (RFC 3986), HTML character references, <c>\"</c>,
/// and <c>\u0040</c> or <c>\x40</c> as in source code.</summary>
internal static class Escapes
{
    private const int LongestReference = 18, MostSigns = 8;
    private static readonly Rune s_hidden = new('\u200B');

    // The names that disguise an address or a number, and the letters of European names (HTML Living Standard, named character references).
    private const string Names =
        "commat @ period . amp & lowbar _ hyphen - dash - ndash - plus + colon : sol / num # comma , lpar ( rpar ) apos ' quot \" " +
        "nbsp \u00A0 ensp \u2002 emsp \u2003 thinsp \u2009 shy \u00AD "
        + "ZeroWidthSpace \u200B NoBreak \u2060 zwnj \u200C zwj \u200D lrm \u200E rlm \u200F " +
        "agrave à aacute á acirc â atilde ã auml ä aring å aelig æ ccedil ç egrave è eacute é ecirc ê euml ë igrave ì "
        + "iacute í icirc î iuml ï " +
        "ntilde ñ ograve ò oacute ó ocirc ô otilde õ ouml ö oslash ø szlig ß ugrave ù uacute ú ucirc û uuml ü yacute ý yuml ÿ scaron š " +
        "Agrave À Aacute Á Acirc Â Auml Ä Aring Å AElig Æ Ccedil Ç Egrave È Eacute É Ecirc Ê Iacute Í Icirc Î Ntilde Ñ "
        + "Oacute Ó Ocirc Ô Ouml Ö " +
        "Oslash Ø Uacute Ú Ucirc Û Uuml Ü Scaron Š";

    private static readonly FrozenDictionary<string, char>.AlternateLookup<ReadOnlySpan<char>> s_named =
        Names.Split(' ').Chunk(2).ToFrozenDictionary(static pair => pair[0], static pair => pair[1][0], StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads the escape at the start of <paramref name="text"/>.</summary>
    /// <param name="text">Begins with <c>%</c>, <c>&amp;</c> or a backslash.</param>
    /// <param name="rune">The character.</param>
    /// <returns>Length of the escape; 0 when there is none.</returns>
    public static int Read(ReadOnlySpan<char> text, out Rune rune)
    {
        rune = default;
        return text[0] switch
        {
            '%' => ReadPercent(text, out rune),
            '&' => ReadReference(text, out rune),
            '\\' => ReadBackslash(text, out rune),
            _ => 0,
        };
    }

    private static int ReadPercent(ReadOnlySpan<char> text, out Rune rune)
    {
        Span<byte> bytes = stackalloc byte[4];
        var count = 0;
        while (count < 4 && IsPercent(text[(count * 3)..], out bytes[count])) count++;
        rune = default;
        if (count == 0 || Rune.DecodeFromUtf8(bytes[..count], out rune, out var used) != OperationStatus.Done) return 0;
        return used * 3;
    }

    private static bool IsPercent(ReadOnlySpan<char> text, out byte value)
    {
        value = 0;
        return text.Length >= 3 && text[0] == '%'
            && byte.TryParse(text.Slice(1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }

    private static int ReadReference(ReadOnlySpan<char> text, out Rune rune)
    {
        var length = ReadName(text[1..], out rune);
        if (length == 0) return 0;
        length++;
        // the sign itself may have been written as a reference, where a page was put into another
        for (var levels = 0; rune.Value == '&' && levels < MostSigns && length < text.Length; levels++)
        {
            var inner = ReadName(text[length..], out var deeper);
            if (inner == 0) break;
            (rune, length) = (deeper, length + inner);
        }
        return length;
    }

    /// <summary>What follows the sign of a reference, with the semicolon.</summary>
    private static int ReadName(ReadOnlySpan<char> text, out Rune rune)
    {
        rune = default;
        var end = text[..Math.Min(text.Length, LongestReference)].IndexOf(';');
        if (end < 2) return 0;
        var name = text[..end];
        if (name[0] != '#')
        {
            if (!s_named.TryGetValue(name, out var named)) return 0;
            rune = new(named);
            return end + 1;
        }
        var isHex = name[1] is 'x' or 'X';
        var digits = name[(isHex ? 2 : 1)..];
        if (!int.TryParse(digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            return 0;
        return Rune.TryCreate(code, out rune) ? end + 1 : 0;
    }

    private static int ReadBackslash(ReadOnlySpan<char> text, out Rune rune)
    {
        rune = default;
        if (text.Length > 1 && text[1] is '"' or '\'')
        {
            rune = new(text[1]);
            return 2; // a quotation mark inside a string, in text that was taken out of JSON or code
        }
        var signs = text.IndexOfAnyExcept('\\'); // escaped again where a text was put into another
        if (signs is < 1 or > MostSigns || text.Length < signs + 3 || text[signs] is not ('u' or 'x')) return 0;
        var length = signs + (text[signs] == 'u' ? 5 : 3);
        if (text.Length < length) return 0;
        if (!int.TryParse(text[(signs + 1)..length], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)) return 0;
        if (code is >= 0xD800 and <= 0xDFFF) rune = s_hidden; // half a character
        return code is >= 0xD800 and <= 0xDFFF || Rune.TryCreate(code, out rune) ? length : 0;
    }
}
