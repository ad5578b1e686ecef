using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Redaction.Audio;

/// <summary>Reads and writes the characters of a field, one written unit (an escape, an entity, a code point) at a time.</summary>
internal static class FieldCodec
{
    private static readonly (string Written, string Text)[] s_entities =
        [("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&nbsp;", "\u00A0"), ("&lrm;", "\u200E"), ("&rlm;", "\u200F")];

    private static readonly SearchValues<char> s_cellSigns = SearchValues.Create(",;\t|\"");

    public static string Decode(ReadOnlySpan<byte> written, FieldEncoding encoding)
    {
        if (encoding is FieldEncoding.Plain or FieldEncoding.Column or FieldEncoding.Cell
            || written.IndexOfAny((byte)'\\', (byte)'&', (byte)'"') < 0)
        {
            if (System.Text.Unicode.Utf8.IsValid(written)) return Encoding.UTF8.GetString(written);
            if (encoding != FieldEncoding.Json) throw Invalid();
        }
        var text = new StringBuilder(written.Length);
        Span<char> unit = stackalloc char[2];
        while (!written.IsEmpty)
        {
            var bytes = Next(written, encoding, text.Length == 0, unit, out var count);
            text.Append(unit[..count]);
            written = written[bytes..];
        }
        return text.ToString();
    }

    /// <summary>Where the unit that holds character <paramref name="character"/> begins, or, for an end,
    /// where the one before it ends.</summary>
    /// <param name="written">The field.</param>
    /// <param name="encoding">How it is written.</param>
    /// <param name="character">Index of the character.</param>
    /// <param name="isEnd">The end of a range is looked for.</param>
    /// <param name="place">A place at or before it where a unit begins; becomes the place that is returned.</param>
    public static int ByteOffset(
        ReadOnlySpan<byte> written, FieldEncoding encoding, int character, bool isEnd, ref (int Bytes, int Characters) place)
    {
        Span<char> unit = stackalloc char[2];
        var (at, seen) = place;
        while (at < written.Length && seen < character)
        {
            var bytes = Next(written[at..], encoding, at == 0, unit, out var count);
            if (seen + count > character && !isEnd) break;
            seen += count;
            at += bytes;
        }
        place = (at, seen);
        return at;
    }

    public static byte[] Encode(ReadOnlySpan<char> text, FieldEncoding encoding)
    {
        var value = text.ToString();
        return encoding switch
        {
            FieldEncoding.Json => Encoding.UTF8.GetBytes(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value)),
            FieldEncoding.Cue => Encoding.UTF8.GetBytes(OneLine(value).Replace("&", "&amp;", StringComparison.Ordinal)
                .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)),
            FieldEncoding.Xml =>
                Encoding.UTF8.GetBytes(value.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
                .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)
                .Replace("'", "&apos;", StringComparison.Ordinal)),
            FieldEncoding.Quoted => Encoding.UTF8.GetBytes(OneLine(value).Replace("\"", "\"\"", StringComparison.Ordinal)),
            FieldEncoding.Cell => Encoding.UTF8.GetBytes(OneCell(value)),
            FieldEncoding.Column => Encoding.UTF8.GetBytes(OneWord(value)),
            _ => Encoding.UTF8.GetBytes(OneLine(value)),
        };
    }

    // A replacement with a line break or an arrow would end the cue or begin another.
    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace("-->", "->", StringComparison.Ordinal);

    private static string OneCell(string text)
    {
        var cell = OneLine(text).ToCharArray();
        for (var at = cell.AsSpan().IndexOfAny(s_cellSigns); at >= 0; at = cell.AsSpan().IndexOfAny(s_cellSigns)) cell[at] = ' ';
        return new(cell);
    }

    // Columns are counted: an empty one would move the others.
    private static string OneWord(string text) =>
        string.IsNullOrWhiteSpace(text) ? "_" : string.Create(text.Length, text, static (span, t) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = char.IsWhiteSpace(t[i]) || char.IsControl(t[i]) ? '_' : t[i];
        });

    private static int Next(ReadOnlySpan<byte> written, FieldEncoding encoding, bool isFirst, Span<char> unit, out int count)
    {
        if (encoding == FieldEncoding.Json && written[0] == '\\') return Escape(written, unit, out count);
        if (encoding == FieldEncoding.Cue && written[0] == '&')
        {
            foreach (var (name, text) in s_entities)
            {
                if (!written.StartsWith(Encoding.ASCII.GetBytes(name))) continue;
                unit[0] = text[0];
                count = 1;
                return name.Length;
            }
        }
        if (encoding == FieldEncoding.Xml && written[0] == '&') return Reference(written, unit, out count);
        if (encoding == FieldEncoding.Quoted && written.StartsWith("\"\""u8))
        {
            (unit[0], count) = ('"', 1);
            return 2;
        }
        if (Rune.DecodeFromUtf8(written, out var rune, out var bytes) != OperationStatus.Done)
        {
            // Tokens of a speech model end within a character: its bytes then stand at the ends of two strings.
            var piece = encoding == FieldEncoding.Json ? PieceLength(written, isFirst) : 0;
            if (piece == 0) throw Invalid();
            (unit[0], count) = ('\uFFFD', 1);
            return piece;
        }
        count = rune.EncodeToUtf16(unit);
        return bytes;
    }

    /// <summary>How many bytes continue a character at the beginning of a string, or begin one at its end.</summary>
    private static int PieceLength(ReadOnlySpan<byte> written, bool isFirst)
    {
        var rest = written[1..].IndexOfAnyExceptInRange((byte)0x80, (byte)0xBF);
        if ((written[0] & 0xC0) == 0x80)
        {
            var continued = rest < 0 ? written.Length : rest + 1;
            return isFirst && continued <= 3 ? continued : 0;
        }
        var length = written[0] switch { >= 0xC2 and < 0xE0 => 2, >= 0xE0 and < 0xF0 => 3, >= 0xF0 and < 0xF5 => 4, _ => 0 };
        return rest < 0 && written.Length < length ? written.Length : 0;
    }

    private static int Reference(ReadOnlySpan<byte> written, Span<char> unit, out int count)
    {
        count = 1;
        var length = written[..Math.Min(written.Length, 12)].IndexOf((byte)';') + 1;
        if (length < 3)
            throw new RedactionException(ErrorCodes.Malformed, "transcript", "There is a reference in the XML that cannot be read.");
        var name = written[1..(length - 1)];
        if (name[0] != '#')
        {
            unit[0] = name.SequenceEqual("amp"u8) ? '&' : name.SequenceEqual("lt"u8) ? '<' : name.SequenceEqual("gt"u8) ? '>'
                : name.SequenceEqual("quot"u8) ? '"'
                : name.SequenceEqual("apos"u8) ? '\''
                : throw new RedactionException(ErrorCodes.Malformed, "transcript", "There is an entity in the XML that is not known.");
            return length;
        }
        var isHex = name.Length > 1 && name[1] == 'x';
        if (!uint.TryParse(isHex ? name[2..] : name[1..], isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
            CultureInfo.InvariantCulture, out var code)
            || !Rune.TryCreate(code, out var rune)) throw Invalid();
        count = rune.EncodeToUtf16(unit);
        return length;
    }

    private static int Escape(ReadOnlySpan<byte> written, Span<char> unit, out int count)
    {
        count = 1;
        if (written.Length < 2) throw Invalid();
        if (written[1] == 'u')
        {
            if (written.Length < 6
                || !ushort.TryParse(written[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                throw Invalid();
            unit[0] = (char)code;
            return 6;
        }
        unit[0] = (char)written[1] switch
        {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'b' => '\b',
            'f' => '\f',
            var other => other,
        };
        return 2;
    }

    private static RedactionException Invalid() => new(ErrorCodes.InvalidEncoding, "transcript", "The text is not valid UTF-8.");
}
