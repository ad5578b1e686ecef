namespace Redaction.Audio;

/// <summary>Decides, for parts that are everyday words, whether their neighbours speak for them.</summary>
internal static class AtomJudge
{
    public static bool IsAccepted(in SpokenWords words, List<SpokenAtom> atoms, int index)
    {
        var atom = atoms[index];
        return atom.Doubt switch
        {
            AtomDoubt.None => true,
            AtomDoubt.Oh => IsZero(words, atoms, index),
            AtomDoubt.Homophone => IsDigit(words, atoms, index),
            AtomDoubt.Name => IsNamed(atoms, index),
            AtomDoubt.Article => IsArticleLetter(words, atoms, index),
            _ => IsLetterBefore(atoms, index) && IsLetterAfter(atoms, index),
        };
    }

    private static bool IsZero(in SpokenWords words, List<SpokenAtom> atoms, int index)
    {
        if (IsSingleAfter(atoms, index) || (IsAdjacentAfter(atoms, index) && IsLetterBefore(atoms, index))) return true;
        if (index == 0 || atoms[index - 1].Last + 1 != atoms[index].First) return false;
        if (IsAdjacentAfter(atoms, index)) return (atoms[index - 1].IsDigits || atoms[index - 1].Kind == AtomKind.Symbol) && (atoms[index + 1].IsDigits || atoms[index + 1].Kind == AtomKind.Symbol || atoms[index + 1].Kind == AtomKind.Letter);
        if (!atoms[index - 1].IsDigits && atoms[index - 1] is not { Kind: AtomKind.Letter, IsStrong: true } && atoms[index - 1].Kind != AtomKind.Symbol) return false;
        var next = atoms[index].Last + 1; // "five oh yes": an interjection
        return next >= words.Count || words[next].Line != words[index].Line && IsLastOnLine(words, atoms[index].Last)
            || !words[next].May(WordKinds.Filler | WordKinds.Correction) && words.Written(next) is not ("i" or "I");
    }

    private static bool IsDigit(in SpokenWords words, List<SpokenAtom> atoms, int index)
    {
        var before = SinglesBefore(atoms, index);
        var after = SinglesAfter(atoms, index);
        if (before >= 1 && after >= 1 && (before >= 2 || after >= 2)) return true;
        return before >= 3 && after == 0 && IsLastOnLine(words, atoms[index].Last);
    }

    private static bool IsNamed(List<SpokenAtom> atoms, int index) =>
        (IsAdjacentAfter(atoms, index) && atoms[index + 1] is { Kind: AtomKind.Letter or AtomKind.Digit, Doubt: AtomDoubt.None or AtomDoubt.Name or AtomDoubt.Oh })
        || (IsAdjacentBefore(atoms, index) && atoms[index - 1] is { Kind: AtomKind.Letter or AtomKind.Digit or AtomKind.Symbol, Doubt: AtomDoubt.None or AtomDoubt.Name or AtomDoubt.Oh })
        || (IsAdjacentAfter(atoms, index) && atoms[index + 1].Kind == AtomKind.Symbol);

    private static bool IsArticleLetter(in SpokenWords words, List<SpokenAtom> atoms, int index)
    {
        if (IsLetterAfter(atoms, index) || IsLetterBefore(atoms, index)) return true;
        if (IsAdjacentAfter(atoms, index) && atoms[index + 1].Kind == AtomKind.Symbol) return true;
        if (!IsAdjacentBefore(atoms, index) || !atoms[index - 1].IsDigits) return false;
        return IsAdjacentAfter(atoms, index) ? atoms[index + 1].IsDigits : SinglesBefore(atoms, index) >= 1 && IsLastOnLine(words, atoms[index].Last);
    }

    private static bool IsLetterAfter(List<SpokenAtom> atoms, int index) =>
        IsAdjacentAfter(atoms, index) && atoms[index + 1] is { Kind: AtomKind.Letter, Doubt: AtomDoubt.None or AtomDoubt.Name };

    private static bool IsLetterBefore(List<SpokenAtom> atoms, int index) =>
        IsAdjacentBefore(atoms, index) && atoms[index - 1] is { Kind: AtomKind.Letter, Doubt: AtomDoubt.None or AtomDoubt.Name };

    private static bool IsSingleAfter(List<SpokenAtom> atoms, int index) => IsAdjacentAfter(atoms, index) && atoms[index + 1] is { Kind: AtomKind.Digit, Doubt: AtomDoubt.None or AtomDoubt.Oh };

    private static bool IsAdjacentAfter(List<SpokenAtom> atoms, int index) => index + 1 < atoms.Count && atoms[index + 1].First == atoms[index].Last + 1;

    private static bool IsAdjacentBefore(List<SpokenAtom> atoms, int index) => index > 0 && atoms[index - 1].Last + 1 == atoms[index].First;

    private static int SinglesBefore(List<SpokenAtom> atoms, int index)
    {
        var count = 0;
        while (count < 3 && index - count > 0 && IsAdjacentBefore(atoms, index - count) && atoms[index - count - 1] is { Kind: AtomKind.Digit, Doubt: AtomDoubt.None or AtomDoubt.Oh }) count++;
        return count;
    }

    private static int SinglesAfter(List<SpokenAtom> atoms, int index)
    {
        var count = 0;
        while (count < 3 && IsAdjacentAfter(atoms, index + count) && atoms[index + count + 1] is { Kind: AtomKind.Digit, Doubt: AtomDoubt.None or AtomDoubt.Oh }) count++;
        return count;
    }

    private static bool IsLastOnLine(in SpokenWords words, int word) =>
        word + 1 >= words.Count || words[word + 1].Line != words[word].Line || words[word].Is(WordMarks.EndsSentence);
}
