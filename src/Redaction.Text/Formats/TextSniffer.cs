using System.Text;
using System.Text.Json;

namespace Redaction.Text;

/// <summary>Says of a file whose name tells nothing whether it is text, and of which format.</summary>
internal static class TextSniffer
{
    private const int Looked = 2048;

    /// <summary>The format; null for a file that is no text.</summary>
    /// <param name="head">The beginning of the file.</param>
    public static IDocumentFormat? FormatOf(ReadOnlySpan<byte> head)
    {
        if (BinarySignatures.Begin(head) || Read(head) is not { } text || HoldsControls(text)) return null;
        text = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (text.StartsWith("<?xml", StringComparison.Ordinal)) return DocumentFormats.Xml;
        if (IsCounted(text)) return DocumentFormats.PlainText;
        if (text.StartsWith('<') && text.Length > 1 && (char.IsAsciiLetter(text[1]) || text[1] == '!'))
            return text.Contains("<html", StringComparison.OrdinalIgnoreCase) || text.Contains("</p>", StringComparison.OrdinalIgnoreCase)
                ? DocumentFormats.Html : DocumentFormats.Xml;
        if (text.StartsWith("BEGIN:V", StringComparison.Ordinal)) return DocumentFormats.ContentLines;
        if (text.StartsWith("From ", StringComparison.Ordinal) && IsMailHeader(text, 1)) return DocumentFormats.Mailbox;
        if (IsMailHeader(text, 0)) return DocumentFormats.Mail;
        return text.StartsWith('{') || text.StartsWith('[') ? JsonOf(text) : DocumentFormats.PlainText;
    }

    /// <summary>A mark with the length of its value (<c>&lt;CALL:5&gt;</c>): a log of ADIF.</summary>
    private static bool IsCounted(string text)
    {
        var end = text.IndexOf('>', StringComparison.Ordinal);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return text.StartsWith('<') && colon > 1 && colon < end && char.IsAsciiDigit(text[colon + 1]);
    }

    private static string? Read(ReadOnlySpan<byte> head)
    {
        try
        {
            Stream stream = new MemoryStream(head.ToArray());
            var found = EncodingDetection.Of(ref stream, DeclarationSyntax.Comment);
            var decoder = found.Encoding.GetDecoder();
            var text = new char[found.Encoding.GetMaxCharCount(head.Length)];
            return new(text, 0, decoder.GetChars(head[found.MarkLength..], text, flush: false)); // the head may end in a character
        }
        catch (RedactionException)
        {
            return null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Escapes, form feeds and bells stand in logs; other controls in what is no text.</summary>
    private static bool HoldsControls(string text)
    {
        foreach (var c in text)
            if (c is < '\u0007' or (> '\r' and < '\u001A') or (> '\u001B' and < ' ')) return true;
        return false;
    }

    /// <summary>Two lines that are fields of a message, one of which is of those that every message has.</summary>
    private static bool IsMailHeader(string text, int skip)
    {
        var isMail = false;
        var fields = 0;
        foreach (var line in text.AsSpan(0, Math.Min(text.Length, Looked)).EnumerateLines())
        {
            if (skip-- > 0) continue;
            if (line.IsEmpty) break;
            if (line[0] is ' ' or '\t') continue;
            var colon = line.IndexOf(':');
            if (colon < 1 || line[..colon].ContainsAnyExceptInRange('!', '~')) return false;
            fields++;
            isMail |= line[..colon] is "From" or "Received" or "Return-Path" or "Message-ID" or "MIME-Version" or "Delivered-To";
        }
        return isMail && fields > 1;
    }

    private static IDocumentFormat JsonOf(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, isFinalBlock: false, new JsonReaderState(Json.Options));
        try
        {
            while (reader.Read())
                if (reader.CurrentDepth == 0 && reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                    return After(bytes, (int)reader.BytesConsumed);
            return DocumentFormats.Json;
        }
        catch (JsonException)
        {
            return DocumentFormats.PlainText; // a list in brackets, a template
        }
    }

    private static IDocumentFormat After(ReadOnlySpan<byte> bytes, int end)
    {
        var rest = bytes[end..].TrimStart("\r\n \t"u8);
        if (rest.IsEmpty) return DocumentFormats.Json;
        return rest[0] is (byte)'{' or (byte)'[' && !bytes[..end].Contains((byte)'\n') && bytes[end..].TrimStart(" \t\r"u8)[0] == '\n'
            ? DocumentFormats.JsonLines : DocumentFormats.PlainText;
    }
}
