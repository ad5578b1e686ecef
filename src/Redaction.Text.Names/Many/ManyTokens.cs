using System.Globalization;

namespace Redaction.Text.Names;

/// <summary>The tokens of names-many: words, runs of digits, and single signs, syllables and ideographs (FORMAT.md, 1).</summary>
internal ref struct ManyTokens(ReadOnlySpan<char> text, int start, int end)
{
    private readonly ReadOnlySpan<char> _text = text[..end];
    private int _position = start;

    /// <summary>Where the current token stands.</summary>
    public TextSpan Current { get; private set; }

    public bool MoveNext()
    {
        while (_position < _text.Length && IsSpace(_text[_position])) _position++;
        if (_position >= _text.Length) return false;
        var at = _position;
        var stop = at + 1;
        var c = _text[at];
        if (IsWord(c) && !IsSingle(c))
            while (stop < _text.Length && IsOfWord(_text[stop])) stop++;
        else if (char.IsDigit(c))
            while (stop < _text.Length && char.IsDigit(_text[stop])) stop++;
        else if (char.IsHighSurrogate(c) && stop < _text.Length && char.IsLowSurrogate(_text[stop])) stop++;
        _position = stop;
        Current = TextSpan.FromBounds(at, stop);
        return true;
    }

    /// <summary>A letter of the basic plane.</summary>
    public static bool IsWord(char c) => char.IsLetter(c);

    /// <summary>A letter of a script in which each is a token.</summary>
    public static bool IsSingle(char c) => c is (>= '\u3005' and <= '\u3007') or (>= '\u3040' and <= '\u30FF')
        or (>= '\u3400' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3') or (>= '\uF900' and <= '\uFAFF');

    /// <summary>White space, and signs that are not seen.</summary>
    public static bool IsSpace(char c) => c == ' ' || char.IsWhiteSpace(c) || (!IsJoiner(c)
        && char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format);

    private static bool IsOfWord(char c) => IsWord(c) ? !IsSingle(c) : char.IsDigit(c) || IsJoiner(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>A joiner or a soft hyphen, which belong to the word that they stand in.</summary>
    private static bool IsJoiner(char c) => c is '\u200C' or '\u200D' or '\u00AD';
}
