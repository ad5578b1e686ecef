using System.Text;

namespace Redaction.Text;

/// <summary>How header fields are read that hold more than ASCII.</summary>
internal static class MailCharset
{
    /// <summary>The encoding that the bytes are in; Latin-1 where none is likely: nothing is lost.</summary>
    public static Encoding Of(ReadOnlySpan<byte> bytes) =>
        Ascii.IsValid(bytes) ? CodePages.Utf8 : EncodingDetection.Of(bytes) is { } found && Reads(found, bytes) ? found : Encoding.Latin1;

    /// <summary>The text of the bytes.</summary>
    public static string Lenient(ReadOnlySpan<byte> bytes) => Of(bytes).GetString(bytes);

    private static bool Reads(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetCharCount(bytes) >= 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
