using System.Text;

namespace Redaction.Text;

/// <summary>Character sets of mail. Bytes that are not valid are an error where content is redacted,
/// and read as Latin-1 in header fields.</summary>
internal static class MailCharset
{
    private static readonly Encoding s_utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>The encoding of a character set; null when it is not known.</summary>
    public static Encoding? Find(string name) => name.ToLowerInvariant() switch
    {
        "utf-8" or "utf8" or "us-ascii" or "ascii" => s_utf8,
        // bytes go back as they came, also those that these name otherwise
        "iso-8859-1" or "latin1" or "iso-8859-15" or "windows-1252" or "cp1252" => Encoding.Latin1,
        "utf-16" or "utf-16le" => new UnicodeEncoding(false, false, throwOnInvalidBytes: true),
        _ => null,
    };

    /// <summary>UTF-8 where it is valid, else Latin-1: nothing is lost.</summary>
    public static string Lenient(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return s_utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
