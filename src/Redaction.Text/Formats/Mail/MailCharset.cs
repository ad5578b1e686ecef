using System.Text;

namespace Redaction.Text;

/// <summary>Character sets of mail. Bytes that are not valid are an error where content is redacted,
/// and read as Latin-1 in header fields.</summary>
internal static class MailCharset
{
    /// <summary>The encoding of a character set; null when it is not known.</summary>
    public static Encoding? Find(string name) => CodePages.Find(name);

    /// <summary>UTF-8 where it is valid, else Latin-1: nothing is lost.</summary>
    public static string Lenient(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return CodePages.Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
