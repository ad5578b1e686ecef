using System.Buffers;
using System.Globalization;
using System.Text;

namespace Redaction.Documents.Pdf;

/// <summary>Reads objects from bytes (ISO 32000-2 section 7.2 and 7.3), of a file or of a content stream.</summary>
/// <param name="bytes">Where they stand.</param>
/// <param name="hasReferences">True in files; content streams have no references.</param>
internal sealed class PdfLexer(ReadOnlyMemory<byte> bytes, bool hasReferences)
{
    private const int DeepestNesting = 200, LongestOddNumber = 6;

    private static readonly SearchValues<byte> s_space = SearchValues.Create("\0\t\n\f\r "u8);
    private static readonly SearchValues<byte> s_notRegular = SearchValues.Create("\0\t\n\f\r ()<>[]{}/%"u8);
    private static readonly SearchValues<byte> s_numeric = SearchValues.Create("+-.0123456789"u8);

    private readonly ReadOnlyMemory<byte> _bytes = bytes;

    public int Position { get; set; }

    /// <summary>True when comments were passed.</summary>
    public bool SawComment { get; private set; }

    /// <summary>True when something was passed that is no part of what was read: signs between digits of a hexadecimal string, entries of a
    /// dictionary without a name or a value or with the name of another, brackets that close nothing, numbers that are none.</summary>
    public bool SawJunk { get; set; }

    public bool IsAtEnd => Position >= _bytes.Length;

    private ReadOnlySpan<byte> Span => _bytes.Span;

    public void SkipSpace()
    {
        var span = Span;
        while (Position < span.Length)
        {
            if (s_space.Contains(span[Position])) Position++;
            else if (span[Position] == '%')
            {
                SawComment = true;
                var end = span[Position..].IndexOfAny((byte)'\r', (byte)'\n');
                Position = end < 0 ? span.Length : Position + end;
            }
            else return;
        }
    }

    /// <summary>The next object or word; null at the end, or at a bracket that closes nothing.</summary>
    /// <exception cref="RedactionException">Nested too deeply.</exception>
    public PdfObject? Read(int depth = 0)
    {
        if (depth > DeepestNesting) throw new RedactionException(ErrorCodes.TooLarge, "pdf", "Objects are nested too deeply.");
        SkipSpace();
        if (IsAtEnd) return null;
        var c = Span[Position];
        switch (c)
        {
            case (byte)'/': Position++; return new PdfName(ReadName());
            case (byte)'(': return ReadLiteral();
            case (byte)'[':
                Position++;
                return ReadArray(depth);
            case (byte)'<':
                if (Position + 1 < Span.Length && Span[Position + 1] == '<')
                {
                    Position += 2;
                    return ReadDictionary(depth);
                }
                return ReadHex();
            case (byte)']' or (byte)'>' or (byte)')':
                Position += c == '>' && Position + 1 < Span.Length && Span[Position + 1] == '>' ? 2 : 1;
                return null;
            case (byte)'{' or (byte)'}':
                Position++;
                return new PdfWord(c == '{' ? "{" : "}");
            default: return c is (>= (byte)'0' and <= (byte)'9') or (byte)'+' or (byte)'-' or (byte)'.' ? ReadNumber() : ReadWord();
        }
    }

    private ReadOnlyMemory<byte> Regular()
    {
        var end = Span[Position..].IndexOfAny(s_notRegular);
        var start = Position;
        Position = end < 0 ? Span.Length : Position + end;
        return _bytes[start..Position];
    }

    private PdfWord ReadWord() => new(Encoding.Latin1.GetString(Regular().Span));

    private PdfObject ReadNumber()
    {
        var start = Position;
        var text = Regular();
        var span = text.Span;
        if (!TryNumber(span, out var value))
        {
            // A number that runs into a word, such as 0.5w: read as a reader would that wants to go on.
            var digits = span.IndexOfAnyExcept(s_numeric);
            if (digits < 0)
            {
                SawJunk |= span.Length > LongestOddNumber;
                return new PdfNumber(0);
            }
            if (digits == 0) return new PdfWord(Encoding.Latin1.GetString(span));
            Position = start + digits;
            return TryNumber(span[..digits], out value) ? new PdfNumber(value, text[..digits]) : new PdfNumber(0);
        }
        if (!hasReferences || value < 0 || value > int.MaxValue || span.Contains((byte)'.')) return new PdfNumber(value, text);
        return Reference((int)value) is { } reference ? reference : new PdfNumber(value, text);
    }

    private PdfReference? Reference(int number)
    {
        var back = Position;
        var span = Span;
        var at = back;
        while (at < span.Length && s_space.Contains(span[at])) at++;
        var digits = at;
        while (at < span.Length && at - digits < 6 && span[at] is >= (byte)'0' and <= (byte)'9') at++;
        if (at == digits) return null;
        var mark = at;
        while (at < span.Length && s_space.Contains(span[at])) at++;
        if (at == mark || at >= span.Length || span[at] != 'R' || (at + 1 < span.Length && !s_notRegular.Contains(span[at + 1])))
            return null;
        Position = at + 1;
        return new(number);
    }

    private static bool TryNumber(ReadOnlySpan<byte> span, out double value)
    {
        while (span.Length > 1 && span[0] == '-' && span[1] == '-') span = span[1..]; // written by some programs
        return double.TryParse(span,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    private string ReadName()
    {
        var raw = Regular().Span;
        if (!raw.Contains((byte)'#')) return Encoding.Latin1.GetString(raw);
        var name = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '#' && i + 2 < raw.Length && Hex(raw[i + 1]) is >= 0 and var h && Hex(raw[i + 2]) is >= 0 and var l)
            {
                name.Append((char)(h * 16 + l));
                i += 2;
            }
            else name.Append((char)raw[i]);
        }
        return name.ToString();
    }

    private PdfArray ReadArray(int depth)
    {
        var items = new List<PdfObject>();
        while (true)
        {
            SkipSpace();
            if (IsAtEnd) return new(items);
            if (Span[Position] == ']')
            {
                Position++;
                return new(items);
            }
            if (Read(depth + 1) is not { } item)
            {
                SawJunk = true;
                continue;
            }
            if (item is PdfWord { Word: "endobj" or "endstream" }) return new(items);
            items.Add(item);
        }
    }

    private PdfDictionary ReadDictionary(int depth)
    {
        var dictionary = new PdfDictionary();
        while (true)
        {
            SkipSpace();
            if (IsAtEnd) return dictionary;
            if (Span[Position] == '>')
            {
                SawJunk |= Position + 1 >= Span.Length || Span[Position + 1] != '>';
                Position = Math.Min(Span.Length, Position + 2);
                return dictionary;
            }
            var back = Position;
            var key = Read(depth + 1);
            if (key is PdfWord { Word: "endobj" or "endstream" or "stream" })
            {
                Position = back;
                return dictionary;
            }
            if (key is not PdfName name)
            {
                SawJunk = true;
                continue;
            }
            SkipSpace();
            var isLast = !IsAtEnd && Span[Position] == '>' && Position + 1 < Span.Length && Span[Position + 1] == '>';
            var value = isLast ? null : Read(depth + 1);
            SawJunk |= value is null || dictionary.Has(name.Name);
            if (value is not null) dictionary[name.Name] = value;
        }
    }

    private PdfString ReadHex()
    {
        var end = Span[Position..].IndexOf((byte)'>');
        var digits = end < 0 ? Span[(Position + 1)..] : Span.Slice(Position + 1, end - 1);
        Position = end < 0 ? Span.Length : Position + end + 1;
        var read = new byte[(digits.Length + 1) / 2];
        var count = 0;
        foreach (var c in digits)
        {
            if (Hex(c) is not (>= 0 and var value))
            {
                SawJunk |= c is not (0 or 9 or 10 or 12 or 13 or 32);
                continue;
            }
            read[count / 2] |= (byte)(count % 2 == 0 ? value << 4 : value);
            count++;
        }
        return new(read[..((count + 1) / 2)], isHex: true);
    }

    private PdfString ReadLiteral()
    {
        var text = new ArrayBufferWriter<byte>();
        var span = Span;
        var depth = 1;
        Position++;
        while (Position < span.Length)
        {
            var c = span[Position++];
            if (c == '\\') Escape(text);
            else if (c == '\r')
            {
                if (Position < span.Length && span[Position] == '\n') Position++;
                Put(text, (byte)'\n');
            }
            else if (c == ')' && --depth == 0) break;
            else
            {
                if (c == '(') depth++;
                Put(text, c);
            }
        }
        return new(text.WrittenSpan.ToArray(), isHex: false);
    }

    private void Escape(ArrayBufferWriter<byte> text)
    {
        var span = Span;
        if (Position >= span.Length) return;
        var c = span[Position++];
        switch (c)
        {
            case (byte)'n': Put(text, (byte)'\n'); break;
            case (byte)'r': Put(text, (byte)'\r'); break;
            case (byte)'t': Put(text, (byte)'\t'); break;
            case (byte)'b': Put(text, 8); break;
            case (byte)'f': Put(text, 12); break;
            case (byte)'\n': break;
            case (byte)'\r':
                if (Position < span.Length && span[Position] == '\n') Position++;
                break;
            case >= (byte)'0' and <= (byte)'7':
                var value = c - '0';
                for (var i = 0; i < 2 && Position < span.Length && span[Position] is >= (byte)'0' and <= (byte)'7'; i++)
                    value = value * 8 + (span[Position++] - '0');
                Put(text, (byte)value);
                break;
            default: Put(text, c); break;
        }
    }

    private static void Put(ArrayBufferWriter<byte> text, byte value)
    {
        text.GetSpan(1)[0] = value;
        text.Advance(1);
    }

    private static int Hex(byte c) => c switch
    {
        >= (byte)'0' and <= (byte)'9' => c - '0',
        >= (byte)'a' and <= (byte)'f' => c - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => c - 'A' + 10,
        _ => -1,
    };
}
