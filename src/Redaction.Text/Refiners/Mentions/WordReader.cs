namespace Redaction.Text;

/// <summary>Reads the words of a text one after another: runs of letters and digits;
/// each sign of a script that is written without spaces is a word.</summary>
/// <remarks>A copy reads on from the same place without moving the original.</remarks>
internal ref struct WordReader(ReadOnlySpan<char> text)
{
    private const int LongestGap = 3;
    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>Index of the first character of the current word.</summary>
    public int Start { get; private set; }

    /// <summary>Index after the last character of the current word; where reading goes on.</summary>
    public int End { get; set; }

    /// <summary>Hash of the folded word.</summary>
    public ulong Hash { get; private set; }

    /// <summary>The current word.</summary>
    public readonly ReadOnlySpan<char> Word => _text[Start..End];

    /// <summary>Moves to the next word.</summary>
    public bool Next()
    {
        var i = End;
        while (i < _text.Length && !IsOfWord(_text[i])) i++;
        if (i >= _text.Length) return false;
        Start = i;
        var hash = Folding.Empty;
        if (StandsAlone(_text[i]))
        {
            hash = Folding.Add(hash, _text[i++]);
        }
        else
        {
            for (; i < _text.Length; i++)
            {
                var c = _text[i];
                if (Folding.WordCharacter(c) is not 0 and var folded) hash = Folding.AddFolded(hash, folded);
                else if (char.IsAscii(c) || !char.IsLetterOrDigit(c) || StandsAlone(c)) break;
                else hash = Folding.Add(hash, c);
            }
        }
        (Hash, End) = (hash, i);
        return true;
    }

    private static bool IsOfWord(char c) => char.IsAscii(c) ? Folding.WordCharacter(c) != 0 : char.IsLetterOrDigit(c);

    /// <summary>Moves to the next word if it may belong to the same name or number as the current one.</summary>
    public bool NextInPhrase()
    {
        var end = End;
        if (!Next() || Start - end > LongestGap) return false;
        foreach (var c in _text[end..Start])
            if (!char.IsWhiteSpace(c) && c is not ('.' or ',' or '\'' or '\u2019' or '-' or '_' or '/' or '\u2010' or '\u2011'))
                return false;
        return true;
    }

    /// <summary>True for signs of Chinese, Japanese, Korean and Thai script.</summary>
    private static bool StandsAlone(char c) =>
        c >= '\u0E00'
            && (c <= '\u0E7F' || (c >= '\u2E80' && c <= '\u9FFF') || (c >= '\uAC00' && c <= '\uD7A3') || (c >= '\uF900' && c <= '\uFAFF'));
}
