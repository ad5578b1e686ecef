namespace Redaction.Text.Names;

/// <summary>Words with their inner hyphens, numbers, and single signs.</summary>
internal ref struct RussianTokens(ReadOnlySpan<char> text, int start, int end)
{
    private readonly ReadOnlySpan<char> _text = text[..end];
    private int _position = start;

    /// <summary>Where the current token stands.</summary>
    public TextSpan Current { get; private set; }

    public bool MoveNext()
    {
        while (_position < _text.Length && (char.IsWhiteSpace(_text[_position]) || char.IsControl(_text[_position]))) _position++;
        if (_position >= _text.Length) return false;
        var at = _position;
        var stop = at + 1;
        if (char.IsLetterOrDigit(_text[at]))
            while (stop < _text.Length && (char.IsLetterOrDigit(_text[stop]) || IsMark(_text[stop]) || IsInner(stop))) stop++;
        else
            while (stop < _text.Length && _text[at] is '.' or '!' or '?' && _text[stop] == _text[at]) stop++;
        _position = stop;
        Current = TextSpan.FromBounds(at, stop);
        return true;
    }

    private readonly bool IsInner(int at) => at + 1 < _text.Length && (_text[at] == '-'
        ? char.IsLetterOrDigit(_text[at + 1])
        : _text[at] is '.' or ',' && char.IsDigit(_text[at - 1]) && char.IsDigit(_text[at + 1]));

    private static bool IsMark(char c) => c is '\u0301' or '\u00AD';
}
