namespace Redaction.Documents.Pdf;

/// <summary>Reads a content stream operator by operator.</summary>
internal sealed class ContentReader(PdfFile file, ReadOnlyMemory<byte> content)
{
    private const int MostOperands = 4096;
    private readonly PdfLexer _lexer = new(content, hasReferences: false);

    /// <summary>True when there were comments so far.</summary>
    public bool SawComment => _lexer.SawComment;

    /// <summary>True when the operation that was read last held what is no operand of it and is not read.</summary>
    public bool SawJunk => _lexer.SawJunk;

    /// <summary>The next operation; null at the end.</summary>
    public ContentOperation? Next()
    {
        var operands = new List<PdfObject>();
        var start = -1;
        _lexer.SawJunk = false;
        while (true)
        {
            _lexer.SkipSpace();
            var at = _lexer.Position;
            if (_lexer.IsAtEnd) return operands.Count == 0 ? null : new("", operands, start, at);
            var read = _lexer.Read();
            if (_lexer.Position == at) _lexer.Position++; // nothing that could stand here
            if (start < 0) start = at;
            if (read is null) continue;
            if (read is PdfWord word && word.Word is not ("true" or "false" or "null"))
                return word.Word == "BI" ? InlineImage(start) : new(word.Word, operands, start, _lexer.Position);
            operands.Add(read);
            if (operands.Count > MostOperands) return new("", operands, start, _lexer.Position);
        }
    }

    private ContentOperation InlineImage(int start)
    {
        var dictionary = new PdfDictionary();
        while (!_lexer.IsAtEnd)
        {
            var key = _lexer.Read();
            if (key is PdfWord { Word: "ID" } || (key is null && _lexer.IsAtEnd)) break;
            if (key is not PdfName name || _lexer.Read() is not { } value)
            {
                _lexer.SawJunk = true;
                continue;
            }
            dictionary[InlineImageKeys.Full(name.Name)] = value;
        }
        var data = Math.Min(_lexer.Position + 1, content.Length);
        var end = EndOfImage(data, dictionary);
        _lexer.Position = Math.Min(content.Length, end + 2);
        while (_lexer.Position < content.Length && content.Span[_lexer.Position - 1] != 'I') _lexer.Position++;
        var length = end - data;
        while (length > 0 && content.Span[data + length - 1] is 10 or 13 or 32 && dictionary.Has("Filter")) length--;
        return new("BI", [dictionary], start, _lexer.Position) { Image = content.Slice(data, Math.Max(0, length)) };
    }

    /// <summary>Where <c>EI</c> stands: behind as many bytes as the samples need, or where operators go on after it.</summary>
    private int EndOfImage(int from, PdfDictionary dictionary)
    {
        var span = content.Span;
        var at = from;
        if (!dictionary.Has("Filter"))
        {
            var bits = file.Number(dictionary["BitsPerComponent"], 1);
            var colors = file.Name(dictionary["ColorSpace"]) switch
            {
                "DeviceRGB" or "RGB" => 3,
                "DeviceCMYK" or "CMYK" => 4,
                _ => 1,
            };
            if (dictionary["ImageMask"] is PdfWord { Word: "true" }) (bits, colors) = (1, 1);
            var row = ((long)file.Number(dictionary["Width"], 0) * bits * colors + 7) / 8;
            at = (int)Math.Clamp(from + row * file.Number(dictionary["Height"], 0), from, span.Length);
        }
        for (; at + 1 < span.Length; at++)
        {
            if (span[at] != 'E' || span[at + 1] != 'I') continue;
            if (at > from && span[at - 1] is not (10 or 13 or 32 or 9 or 0) && dictionary.Has("Filter")) continue;
            var rest = span[(at + 2)..Math.Min(span.Length, at + 18)];
            if (rest.IsEmpty || (rest[0] is 10 or 13 or 32 or 9 && !rest.ContainsAnyExceptInRange((byte)9, (byte)126))) return at;
        }
        return span.Length;
    }
}
