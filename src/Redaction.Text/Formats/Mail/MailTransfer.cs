using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Redaction.Text;

/// <summary>Transfer encodings of mail (RFC 2045 section 6).</summary>
internal static class MailTransfer
{
    private const int Base64Line = 76;
    private const int QuotedLine = 75;

    /// <summary>Decodes a body.</summary>
    /// <exception cref="RedactionException">The body is not what it says it is, or is encoded in another way.</exception>
    public static byte[] Decode(ReadOnlySpan<byte> body, string encoding) => encoding switch
    {
        "7bit" or "8bit" or "binary" or "" => body.ToArray(),
        "base64" => FromBase64(body),
        "quoted-printable" => FromQuotedPrintable(body),
        _ => throw new RedactionException(ErrorCodes.UnsupportedFormat, "mail", "A part has an unknown transfer encoding."),
    };

    /// <summary>Encodes a body again.</summary>
    /// <param name="content">The decoded body.</param>
    /// <param name="encoding">How it was encoded.</param>
    /// <param name="before">The body as it was: its line ends, and those behind it, stay.</param>
    public static byte[] Encode(byte[] content, string encoding, ReadOnlySpan<byte> before) => encoding switch
    {
        "base64" => [.. ToBase64(content, before.Contains((byte)'\n') && before.IndexOf("\r\n"u8) < 0 ? "\n" : "\r\n"), .. EndOf(before)],
        "quoted-printable" => ToQuotedPrintable(content),
        _ => content,
    };

    private static byte[] FromBase64(ReadOnlySpan<byte> body)
    {
        var target = new byte[Base64.GetMaxDecodedFromUtf8Length(body.Length) + 3];
        if (Base64.DecodeFromUtf8(body, target, out _, out var written) != System.Buffers.OperationStatus.Done)
            throw new RedactionException(ErrorCodes.Malformed, "mail", "A part is not valid base64.");
        return target[..written];
    }

    private static ReadOnlySpan<byte> EndOf(ReadOnlySpan<byte> body) => body[(body.LastIndexOfAnyExcept(" \t\r\n"u8) + 1)..];

    private static byte[] ToBase64(byte[] content, string lineEnd)
    {
        var text = Convert.ToBase64String(content);
        var lines = new StringBuilder(text.Length + text.Length / Base64Line * 2 + 2);
        for (var i = 0; i < text.Length; i += Base64Line)
            lines.Append(i > 0 ? lineEnd : "").Append(text, i, Math.Min(Base64Line, text.Length - i));
        return Encoding.ASCII.GetBytes(lines.ToString());
    }

    private static byte[] FromQuotedPrintable(ReadOnlySpan<byte> body)
    {
        var content = new List<byte>(body.Length);
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] != '=') { content.Add(body[i]); continue; }
            var rest = body[(i + 1)..];
            if (rest.StartsWith("\r\n"u8)) i += 2;
            else if (rest.StartsWith("\n"u8)) i++;
            else if (rest.Length >= 2
                && byte.TryParse(Encoding.ASCII.GetString(rest[..2]), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture,
                    out var b))
            {
                content.Add(b);
                i += 2;
            }
            else content.Add((byte)'='); // as mail readers do
        }
        return [.. content];
    }

    private static byte[] ToQuotedPrintable(byte[] content)
    {
        var text = new StringBuilder(content.Length * 2);
        var column = 0;
        for (var i = 0; i < content.Length; i++)
        {
            var b = content[i];
            if (b == '\n' || (b == '\r' && i + 1 < content.Length && content[i + 1] == '\n'))
            {
                text.Append((char)b);
                column = 0;
                continue;
            }
            var endsLine = i + 1 == content.Length || content[i + 1] is (byte)'\r' or (byte)'\n';
            var isPlain = b is >= 33 and <= 126 and not (byte)'=' || (b is (byte)' ' or (byte)'\t' && !endsLine);
            var width = isPlain ? 1 : 3;
            if (column + width > QuotedLine)
            {
                text.Append("=\r\n");
                column = 0;
            }
            column += width;
            if (isPlain) text.Append((char)b);
            else text.Append(CultureInfo.InvariantCulture, $"={b:X2}");
        }
        return Encoding.ASCII.GetBytes(text.ToString());
    }
}
