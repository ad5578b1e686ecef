namespace Redaction.Text.Names;

/// <summary>The words that follow directly: letters, hyphens and apostrophes, with one space or an initial's dot between them.</summary>
internal ref struct NextWords(ReadOnlySpan<char> text, int start)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _position = start;

    /// <summary>The bounds of the current word.</summary>
    public (int Start, int End) Current { get; private set; }

    public readonly NextWords GetEnumerator() => this;

    public bool MoveNext()
    {
        var i = _position;
        if (Current.End > 0)
        {
            if (i < _text.Length && _text[i] == '.' && i - Current.Start == 1) i++;
            if (i >= _text.Length || _text[i] is not (' ' or '\u00A0')) return false;
            i++;
        }
        var end = i;
        while (end < _text.Length
            && (char.IsLetter(_text[end])
                || (end > i && _text[end] is '-' or '\'' or '\u2019' && end + 1 < _text.Length && char.IsLetter(_text[end + 1])))) end++;
        if (end == i) return false;
        if (end - i > 2 && _text[end - 1] is 's' && _text[end - 2] is '\'' or '\u2019') end -= 2;
        Current = (i, end);
        _position = end;
        return true;
    }
}
