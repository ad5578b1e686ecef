using System.Buffers;
using System.Buffers.Text;
using System.Collections.Frozen;
using System.Text;

namespace Redaction.Audio;

/// <summary>What counts in a Praat text file: texts in quotes, free-standing numbers and flags. All else is for the human reader.</summary>
/// <remarks>https://www.fon.hum.uva.nl/praat/manual/TextGrid_file_formats.html</remarks>
internal sealed class PraatTokens(byte[] content, TranscriptBuilder builder)
{
    private static readonly FrozenSet<string> s_keywords = new[]
    {
        "File", "type", "Object", "class", "xmin", "xmax", "tiers?", "size", "item", "intervals", "intervals:", "points", "points:", "text",
        "mark", "number", "time", "value", "name",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly SearchValues<byte> s_wordEnds = SearchValues.Create(" \t\r\n\"!<"u8);

    private int _at = content.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;

    /// <summary>The next text in quotes.</summary>
    public TranscriptField Text()
    {
        Move();
        if (_at >= content.Length || content[_at] != '"') throw Malformed();
        var start = ++_at;
        builder.AddStructure(start - 1, 1);
        while (true)
        {
            var quote = content.AsSpan(_at).IndexOf((byte)'"');
            if (quote < 0) throw new RedactionException(ErrorCodes.Truncated, "textgrid", "A text has no end.");
            _at += quote + 1;
            if (_at >= content.Length || content[_at] != '"') break;
            _at++;
        }
        builder.AddStructure(_at - 1, 1);
        return builder.Field(start, _at - 1 - start, FieldEncoding.Quoted);
    }

    /// <summary>The next number.</summary>
    public decimal Number()
    {
        Move();
        if (_at >= content.Length || !Utf8Parser.TryParse(content.AsSpan(_at), out double value, out var used) || !double.IsFinite(value)
            || Math.Abs(value) > 1e9)
            throw Malformed();
        builder.AddStructure(_at, used);
        _at += used;
        return (decimal)value;
    }

    /// <summary>The next number as ticks of 100 ns.</summary>
    public long Ticks() => (long)decimal.Round(Math.Max(0, Number()) * TimeSpan.TicksPerSecond);

    /// <summary>The next number as a count.</summary>
    public int Count() =>
        Number() is var value && value >= 0 && value == decimal.Truncate(value) && value <= content.Length ? (int)value : throw Malformed();

    /// <summary>The next flag.</summary>
    public bool IsFlag(ReadOnlySpan<byte> flag)
    {
        Move();
        if (!content.AsSpan(_at).StartsWith(flag)) return false;
        builder.AddStructure(_at, flag.Length);
        _at += flag.Length;
        return true;
    }

    /// <summary>What stands after the last token.</summary>
    public void End()
    {
        Move();
        if (_at < content.Length) throw Malformed();
    }

    public static RedactionException Malformed() => new(ErrorCodes.Malformed, "textgrid", "The file is no TextGrid that can be read.");

    /// <summary>Moves to the next token; comments on the way are searched on their own.</summary>
    private void Move()
    {
        while (_at < content.Length)
        {
            var isFree = _at == 0 || content[_at - 1] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'"' or 0xBF;
            if (content[_at] == '"' || (isFree && (content[_at] is (byte)'<' or (byte)'-' || char.IsAsciiDigit((char)content[_at]))))
                return;
            if (content[_at] == '!') Skip(content.AsSpan(_at).IndexOfAny((byte)'\r', (byte)'\n'));
            else if (char.IsAsciiLetter((char)content[_at]) || content[_at] > 127) Skip(content.AsSpan(_at).IndexOfAny(s_wordEnds));
            else
            {
                if (content[_at] is (byte)'=' or (byte)':' or (byte)'[' or (byte)']' or (byte)'?' || IsIndex(_at)) builder.AddStructure(_at,
                    1);
                _at++;
            }
        }
    }

    /// <summary>A digit of the number of a tier or interval, such as <c>[12]</c>.</summary>
    private bool IsIndex(int at)
    {
        if (!char.IsAsciiDigit((char)content[at])) return false;
        var (start, end) = (at, at);
        while (start > 0 && char.IsAsciiDigit((char)content[start - 1])) start--;
        while (end < content.Length && char.IsAsciiDigit((char)content[end])) end++;
        return end - start <= 6 && start > 0 && content[start - 1] == '[' && end < content.Length && content[end] == ']';
    }

    private void Skip(int length)
    {
        var start = _at;
        _at = length < 0 ? content.Length : _at + length;
        if (s_keywords.Contains(Encoding.UTF8.GetString(content, start, _at - start))) builder.AddStructure(start, _at - start);
        else builder.AddLoose(builder.Field(start, _at - start, FieldEncoding.Plain), "$");
    }
}
