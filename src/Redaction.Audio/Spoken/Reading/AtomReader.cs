namespace Redaction.Audio;

/// <summary>Reads the part of a value that begins at a word, whatever its neighbours say.</summary>
internal static class AtomReader
{
    private const WordKinds Numbers = WordKinds.Digit | WordKinds.Number;
    private const WordKinds Letters = WordKinds.Nato | WordKinds.Letter | WordKinds.LetterWord;
    private static readonly string[] s_signs = [.. Enumerable.Range(0, 128).Select(static c => ((char)c).ToString())];

    /// <summary>A sign of ASCII as text.</summary>
    public static string Sign(int sign) => s_signs[sign];

    public static bool TryRead(in SpokenWords words, int index, out SpokenAtom atom)
    {
        atom = default;
        if ((uint)index >= (uint)words.Count) return false;
        var word = words[index];
        if (word.Is(WordMarks.Digits | WordMarks.Mixed)) return TryWritten(words, index, out atom);
        if (word.Is(WordMarks.Quantity) || word.Is(WordMarks.InCommon)) return false;
        if (!word.Is(WordMarks.Letter)
            && !word.May(
                Numbers | WordKinds.Oh | WordKinds.Homophone | WordKinds.Repeat | Letters | WordKinds.Mark | WordKinds.Symbol
                    | WordKinds.Scale))
            return false;
        return TryLinked(words, index, out atom) || TryRepeated(words, index, out atom) || NumberReader.TryRead(words, index, out atom)
            || TryMarked(words, index, out atom) || TryLetter(words, index, out atom) || TryWeak(words, index, out atom)
            || TrySymbol(words, index, out atom);
    }

    private static bool TryWritten(in SpokenWords words, int index, out SpokenAtom atom)
    {
        Span<char> kept = stackalloc char[64];
        var count = 0;
        foreach (var c in words.Written(index))
            if (char.IsLetterOrDigit(c) || (c == '+' && count == 0))
            {
                if (count == kept.Length) break;
                kept[count++] = char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : char.ToLowerInvariant(c);
            }
        var kind = words[index].Is(WordMarks.Mixed) || count > 2 ? AtomKind.Literal : count == 2 ? AtomKind.Pair : AtomKind.Digit;
        atom = new(kind, index, index, new string(kept[..count]), AtomDoubt.None);
        return count > 0;
    }

    /// <summary><c>double four</c>, <c>triple oh</c>, <c>double l</c>.</summary>
    private static bool TryRepeated(in SpokenWords words, int index, out SpokenAtom atom)
    {
        atom = default;
        if (words.Match(index, Letters, out _) > 1) return false; // "double u"
        var length = words.Match(index, WordKinds.Repeat, out var times);
        if (length == 0 || index + length >= words.Count) return false;
        var next = index + length;
        if (words.Match(next, WordKinds.Digit | WordKinds.Oh, out var digit) is > 0 and var taken)
        {
            atom = new(AtomKind.Digit, index, next + taken - 1, new string((char)('0' + digit), times), AtomDoubt.None);
            return true;
        }
        if (words[next].Is(WordMarks.Digits) && words[next].Length == 1)
        {
            atom = new(AtomKind.Digit, index, next, new string(words.Written(next)[0], times), AtomDoubt.None);
            return true;
        }
        if (!TryLinked(words, next, out var letter) && !TryLetter(words, next, out letter)) return false;
        if (length > 1 && letter.Doubt is AtomDoubt.Article or AtomDoubt.LetterWord) return false; // "tre volte e poi"
        atom = new(AtomKind.Letter, index, letter.Last, new string(letter.Text[0], times), AtomDoubt.None);
        return true;
    }

    /// <summary><c>capital b</c>, <c>letter s</c>, <c>number four</c>.</summary>
    private static bool TryMarked(in SpokenWords words, int index, out SpokenAtom atom)
    {
        atom = default;
        var length = words.Match(index, WordKinds.Mark, out _);
        if (length == 0 || IsLineEnd(words, index + length - 1)) return false;
        var next = index + length;
        if (!TryLinked(words, next, out var inner) && !TryRepeated(words, next, out inner) && !TryLetter(words, next, out inner)
            && !TryDigit(words, next, out inner)) return false;
        if (inner.Doubt is AtomDoubt.LetterWord) return false;
        atom = inner with { First = index, Doubt = AtomDoubt.None };
        return true;
    }

    private static bool IsLineEnd(in SpokenWords words, int index) =>
        index + 1 >= words.Count || words[index + 1].Line != words[index].Line;

    private static bool TryDigit(in SpokenWords words, int index, out SpokenAtom atom)
    {
        atom = default;
        return index < words.Count
            && (words[index].Is(WordMarks.Digits) ? TryWritten(words, index, out atom) : NumberReader.TryRead(words, index, out atom));
    }

    /// <summary><c>b as in bravo</c>, <c>n for nancy</c>: an everyday link needs a word that begins with the letter.</summary>
    private static bool TryLinked(in SpokenWords words, int index, out SpokenAtom atom)
    {
        atom = default;
        if (!TryLetter(words, index, out var letter, mayBeZero: true)) return false;
        var at = letter.Last + 1;
        var length = words.Match(at, WordKinds.Link, out _);
        var word = at + length;
        if (length == 0 || word >= words.Count || words[word].Is(WordMarks.Digits | WordMarks.Quantity)) return false;
        var isSure = length > 1 && letter.Doubt is not AtomDoubt.LetterWord;
        if (!isSure && (words[word].Length < 3 || char.ToLowerInvariant(words.Written(word)[0]) != letter.Text[0])) return false;
        atom = letter with { Last = word, Doubt = AtomDoubt.None };
        return true;
    }

    private static bool TryLetter(in SpokenWords words, int index, out SpokenAtom atom, bool mayBeZero = false)
    {
        atom = default;
        if ((uint)index >= (uint)words.Count) return false;
        var length = words.Match(index, Letters, out var value, out var kind);
        if (words[index].Is(WordMarks.Letter) && length < 2)
        {
            var c = char.ToLowerInvariant(words.Written(index)[0]);
            var doubt = words.Table.Contains(words.Written(index), WordLists.Joiner) ? AtomDoubt.LetterWord // "trinta e oito"
                : words.IsCommon(index) ? AtomDoubt.Article : AtomDoubt.None;
            if (words[index].May(WordKinds.Oh) && !mayBeZero) return false;
            atom = new(AtomKind.Letter, index, index, c < 128 ? s_signs[c] : c.ToString(), doubt);
            return true;
        }
        if (length == 0 || kind == WordKinds.LetterWord && words[index].May(WordKinds.Oh)) return false;
        atom = new(AtomKind.Letter, index, index + length - 1, ((char)value).ToString(),
            kind == WordKinds.LetterWord || length == 1 && words.IsCommon(index) ? AtomDoubt.LetterWord : AtomDoubt.Name);
        return true;
    }

    private static bool TryWeak(in SpokenWords words, int index, out SpokenAtom atom)
    {
        atom = default;
        var length = words.Match(index, WordKinds.Oh | WordKinds.Homophone, out var value, out var kind);
        if (length == 0) return false;
        atom = new(AtomKind.Digit, index, index + length - 1, s_signs['0' + value],
            kind == WordKinds.Oh ? AtomDoubt.Oh : AtomDoubt.Homophone);
        return true;
    }

    private static bool TrySymbol(in SpokenWords words, int index, out SpokenAtom atom)
    {
        atom = default;
        var length = words.Match(index, WordKinds.Symbol, out var value);
        if (length == 0 || value == '@') return false;
        atom = new(AtomKind.Symbol, index, index + length - 1, s_signs[value], AtomDoubt.None);
        return true;
    }
}
