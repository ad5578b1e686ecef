using System.Text;

namespace Redaction.Text;

/// <summary>Encodings by the names that files and messages give them (IANA character sets, WHATWG Encoding Standard labels). All read
/// strictly; what an operator writes and the encoding lacks becomes a question mark.</summary>
internal static class CodePages
{
    private const int Utf7 = 65000, HzGb2312 = 52936;

    /// <summary>UTF-8 without a mark.</summary>
    public static Encoding Utf8 { get; } = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>UTF-16, little end first, without a mark.</summary>
    public static Encoding Utf16 { get; } = new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <summary>UTF-16, big end first, without a mark.</summary>
    public static Encoding Utf16BigEndian { get; } = new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <summary>UTF-32, little end first, without a mark.</summary>
    public static Encoding Utf32 { get; } = new UTF32Encoding(bigEndian: false, byteOrderMark: false, throwOnInvalidCharacters: true);

    /// <summary>UTF-32, big end first, without a mark.</summary>
    public static Encoding Utf32BigEndian { get; } =
        new UTF32Encoding(bigEndian: true, byteOrderMark: false, throwOnInvalidCharacters: true);

    /// <summary>The encoding of a name; null when it is not known, or is one that nobody should read (UTF-7).</summary>
    public static Encoding? Find(string name)
    {
        name = name.Trim().Trim('"', '\'').ToLowerInvariant();
        return name switch
        {
            "utf-8" or "utf8" or "utf_8" or "utf8mb4" or "utf-8-sig" or "unicode-1-1-utf-8" or "us-ascii" or "ascii" or "ansi_x3.4-1968"
                or "7bit" => Utf8,
            "utf-16" or "utf16" or "utf-16le" or "utf16le" or "ucs-2" or "unicode" => Utf16,
            "utf-16be" or "utf16be" => Utf16BigEndian,
            "utf-32" or "utf-32le" => Utf32,
            "utf-32be" => Utf32BigEndian,
            // The Windows code pages hold all that these do, and are what is meant.
            "iso-8859-1" or "iso8859-1" or "iso_8859-1" or "iso_8859-1:1987" or "iso8859_1" or "latin1" or "latin-1" or "latin_1" or "l1"
                or "cp819" or "ansi" or "ansinew" => Of(1252),
            "iso-8859-9" or "latin5" or "latin-5" => Of(1254),
            "iso-8859-11" or "tis-620" => Of(874),
            "iso-8859-8-i" or "iso-8859-8-e" or "logical" => Of(1255),
            "gb2312" or "gbk" or "gb_2312-80" or "x-gbk" or "cp936" or "ms936" or "euc-cn" => Of(936),
            "ks_c_5601-1987" or "ks_c_5601" or "ksc5601" or "euc-kr" or "cp949" or "uhc" or "windows-949" => Of(949),
            "shift_jis" or "shift-jis" or "sjis" or "x-sjis" or "ms_kanji" or "cp932" or "ms932" or "windows-31j" => Of(932),
            "big5" or "big5-hkscs" or "cp950" or "x-x-big5" or "cn-big5" => Of(950),
            "euc-jp" or "euc_jp" or "eucjp" or "x-euc-jp" => Of(51932),
            "iso-2022-jp" or "iso2022jp" or "csiso2022jp" => Of(50222),
            "latin2" or "latin-2" => Of(28592),
            "mac" or "macroman" or "macintosh" or "applemac" or "x-mac-roman" => Of(10000),
            "koi8" or "koi8r" => Of(20866),
            _ => Named(name),
        };
    }

    /// <summary>The encoding of a code page; null when there is none.</summary>
    public static Encoding? Of(int codePage) => codePage == Utf7 ? null : CodePagesEncodingProvider.Instance.GetEncoding(
        codePage, new EncoderReplacementFallback("?"), DecoderFallback.ExceptionFallback);

    /// <summary>True for encodings of seven bits in which a sign changes what the letters after it mean.</summary>
    public static bool IsShifting(Encoding encoding) => encoding.CodePage is (>= 50220 and <= 50229) or HzGb2312;

    private static Encoding? Named(string name)
    {
        if (name.StartsWith("cp", StringComparison.Ordinal) && int.TryParse(name.AsSpan(2), out var page)) return Numbered(page);
        if (name.StartsWith("cp_", StringComparison.Ordinal)) return null;
        if (name.StartsWith("latin", StringComparison.Ordinal) && int.TryParse(name.AsSpan(5).TrimStart("-_"), out var part))
            return Named($"iso-8859-{(part < 5 ? part : part == 9 ? 15 : part == 7 ? 13 : 0)}");
        if (name.StartsWith("iso8859", StringComparison.Ordinal)) name = "iso-8859" + name[7..].Replace('_', '-');
        if (name.StartsWith("windows_", StringComparison.Ordinal)) name = name.Replace('_', '-');
        try
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(
                name, new EncoderReplacementFallback("?"), DecoderFallback.ExceptionFallback);
            return encoding is { CodePage: Utf7 } ? null : encoding;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Encoding? Numbered(int page)
    {
        try
        {
            return page is > 0 and < 65000 ? Of(page) : page == 65001 ? Utf8 : null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
