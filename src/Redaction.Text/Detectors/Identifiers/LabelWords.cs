namespace Redaction.Text;

/// <summary>The words before a value, in small letters with one space between them; read backwards on one line.</summary>
internal ref struct LabelWords
{
    private const int MostWords = 6;
    private readonly Span<char> _buffer;
    private int _from;

    /// <summary>Reads into a buffer.</summary>
    public LabelWords(Span<char> buffer)
    {
        _buffer = buffer;
        _from = buffer.Length;
    }

    /// <summary>The words read.</summary>
    public readonly ReadOnlySpan<char> Words => _buffer[_from..];

    /// <summary>True when a colon, equals sign or number sign stands between the words and the value.</summary>
    public bool HasMark { get; private set; }

    /// <summary>Reads the words before <paramref name="at"/>; false when the last of them ends no label.</summary>
    public bool Read(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        for (; i > 0 && at - i < 8
            && text[i - 1] is ' ' or '"' or '\'' or ':' or '=' or '#' or '(' or '[' or '\u00A0' or '.' or '\t' or '>'; i--)
            HasMark |= text[i - 1] is ':' or '=' or '#' or '\'';
        if (i == at) return false;
        for (var count = 0; count < MostWords && i > 0; count++)
        {
            var start = i;
            while (start > 0 && i - start < 24 && char.IsLetter(text[start - 1])
                && !(start < i && char.IsUpper(text[start]) && char.IsLower(text[start - 1]))) start--;
            if (start == i || start > 0 && char.IsAsciiDigit(text[start - 1])) break;
            if (count == 0 && !IdLabels.MayEndIn(text[start..i])) return false;
            if (!Add(text[start..i])) break;
            i = start;
            var gap = i;
            while (gap > 0 && i - gap < 2 && text[gap - 1] is ' ' or '_' or '-' or '.' or '\'' or '’' or '/' or '"') gap--;
            if (gap == i && !(i > 0 && char.IsLower(text[i - 1]))) break;
            i = gap;
        }
        return _from < _buffer.Length;
    }

    private bool Add(ReadOnlySpan<char> word)
    {
        var room = _from - (_from < _buffer.Length ? 1 : 0) - word.Length;
        if (room < 0) return false;
        if (_from < _buffer.Length) _buffer[--_from] = ' ';
        _from -= word.Length;
        word.CopyTo(_buffer[_from..]);
        return true;
    }
}
