using System.Globalization;
using System.Text;

namespace Redaction.Documents;

/// <summary>Decodes text with escapes (HL7 v2 chapter 2, "Use of escape sequences") and remembers where each character came
/// from.</summary>
internal sealed class Hl7Text
{
    private const int LongestEscape = 64;
    private readonly StringBuilder _encoded = new();
    private char[] _characters = new char[256];
    private int[] _origins = new int[257];

    /// <summary>Decodes.</summary>
    /// <param name="raw">The text as it stands in the message.</param>
    /// <param name="signs">The delimiters of the message.</param>
    public ReadOnlySpan<char> Decode(ReadOnlySpan<char> raw, in Hl7Delimiters signs)
    {
        if (_characters.Length < raw.Length) (_characters, _origins) = (new char[raw.Length * 2], new int[raw.Length * 2 + 1]);
        int position = 0, count = 0;
        while (position < raw.Length)
        {
            if (raw[position] == signs.Escape && Sequence(raw[position..], signs.Escape) is > 0 and var length)
            {
                count = Unescape(raw.Slice(position + 1, length - 2), position, count, in signs);
                position += length;
                continue;
            }
            _origins[count] = position;
            _characters[count++] = raw[position++];
        }
        _origins[count] = raw.Length;
        return _characters.AsSpan(0, count);
    }

    /// <summary>Where in the raw text a character of the last decoded one begins.</summary>
    public int OriginOf(int character) => _origins[character];

    /// <summary>Text as a message carries it.</summary>
    public string Encode(ReadOnlySpan<char> text, in Hl7Delimiters signs)
    {
        _encoded.Clear();
        foreach (var c in text)
        {
            var escape = c == signs.Field ? "F" : c == signs.Component ? "S" : c == signs.Subcomponent ? "T" : c == signs.Repetition ? "R"
                : c == signs.Escape ? "E" : c is '\r' or '\n' ? ".br" : null;
            if (escape is null) _encoded.Append(c);
            else _encoded.Append(signs.Escape).Append(escape).Append(signs.Escape);
        }
        return _encoded.ToString();
    }

    public void Clear() => _characters.AsSpan().Clear();

    /// <summary>The length of an escape with its signs; 0 where the sign begins none.</summary>
    private static int Sequence(ReadOnlySpan<char> raw, char escape)
    {
        var end = raw[1..].IndexOf(escape);
        if (end is <= 0 or > LongestEscape) return 0;
        foreach (var c in raw.Slice(1, end))
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '+' or '-')) return 0;
        return end + 2;
    }

    private int Unescape(ReadOnlySpan<char> escape, int position, int count, in Hl7Delimiters signs)
    {
        if (escape.Length > 1 && escape[0] == 'X' && escape.Length % 2 == 1)
        {
            for (var i = 1; i < escape.Length; i += 2)
            {
                if (!byte.TryParse(escape.Slice(i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)) break;
                _origins[count] = position;
                _characters[count++] = (char)code;
            }
            return count;
        }
        var character = escape switch
        {
            "F" => signs.Field,
            "S" => signs.Component,
            "T" => signs.Subcomponent,
            "R" => signs.Repetition,
            "E" => signs.Escape,
            "H" or "N" => '\0', // emphasis
            _ => '\n',
        };
        if (character == '\0') return count;
        _origins[count] = position;
        _characters[count] = character;
        return count + 1;
    }
}
