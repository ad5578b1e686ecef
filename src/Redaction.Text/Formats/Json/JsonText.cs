using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace Redaction.Text;

/// <summary>Decodes the raw content of a JSON string and remembers where each character came from (RFC 8259 section 7).</summary>
internal sealed class JsonText
{
    private readonly ArrayBufferWriter<byte> _encoded = new();
    private char[] _characters = new char[256];
    private int[] _origins = new int[257];

    /// <summary>Decodes; returns null when an escape or the UTF-8 is not valid.</summary>
    public ReadOnlySpan<char> Decode(ReadOnlySpan<byte> raw, out bool valid)
    {
        if (_characters.Length < raw.Length) (_characters, _origins) = (new char[raw.Length * 2], new int[raw.Length * 2 + 1]);
        int position = 0, count = 0;
        valid = true;
        while (position < raw.Length)
        {
            _origins[count] = position;
            if (raw[position] < 0x80 && raw[position] != '\\')
            {
                _characters[count++] = (char)raw[position++];
            }
            else if (raw[position] == '\\')
            {
                position += Unescape(raw[position..], out _characters[count++]);
            }
            else
            {
                if (Rune.DecodeFromUtf8(raw[position..], out var rune, out var used) != OperationStatus.Done)
                {
                    valid =
                    false; return default;
                }
                var units = rune.EncodeToUtf16(_characters.AsSpan(count));
                if (units == 2) _origins[count + 1] = position; // both halves come from the same bytes
                count += units;
                position += used;
            }
        }
        _origins[count] = raw.Length;
        return _characters.AsSpan(0, count);
    }

    /// <summary>Byte index in the raw content at which a character of the last decoded text begins.</summary>
    public int OriginOf(int character) => _origins[character];

    /// <summary>Text as the content of a JSON string.</summary>
    public ReadOnlySpan<byte> Encode(ReadOnlySpan<char> text)
    {
        _encoded.ResetWrittenCount();
        var target = _encoded.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length) * 6 + 16);
        var plain = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var length = Encoding.UTF8.GetBytes(text, plain);
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.EncodeUtf8(plain.AsSpan(0, length), target, out _, out var written);
        _encoded.Advance(written);
        return _encoded.WrittenSpan;
    }

    public void Clear()
    {
        _characters.AsSpan().Clear();
        _encoded.Clear();
    }

    private static int Unescape(ReadOnlySpan<byte> raw, out char character)
    {
        // The reader has already checked that escapes are complete.
        if (raw[1] == 'u')
        {
            character = (char)Convert.ToInt32(Encoding.ASCII.GetString(raw.Slice(2, 4)), 16);
            return 6;
        }
        character = (char)(raw[1] switch
        {
            (byte)'n' => '\n',
            (byte)'t' => '\t',
            (byte)'r' => '\r',
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            var c => (char)c
        });
        return 2;
    }
}
