namespace Redaction.Audio;

/// <summary>Decides, for parts that are everyday words, whether their neighbours speak for them.</summary>
internal static class AtomDisambiguation
{
    private const int ShortestSpelling = 4;

    public static bool IsAccepted(in SpokenWords words, List<SpokenAtom> atoms, int index)
    {
        var atom = atoms[index];
        return atom.Doubt switch
        {
            AtomDoubt.None => true,
            AtomDoubt.Oh => IsZero(words, atoms, index),
            AtomDoubt.Homophone => IsDigit(words, atoms, index),
            // "november twenty eight"
            AtomDoubt.Name =>
                IsNamed(atoms, index)
                    && (!words[atom.First].May(WordKinds.Month) || IsLetterBefore(atoms, index) || IsLetterAfter(atoms, index)),
            AtomDoubt.Article => IsArticleLetter(words, atoms, index),
            _ => IsLetterBefore(atoms, index) && IsLetterAfter(atoms, index) || IsSpelled(words, atoms, index),
        };
    }

    private static bool IsZero(in SpokenWords words, List<SpokenAtom> atoms, int index)
    {
        if (IsSingleAfter(atoms, index) || (IsAdjacentAfter(atoms, index) && IsLetterBefore(atoms, index))) return true;
        if (IsLetterAfter(atoms, index) && words.Written(atoms[index].First) is "o" or "O") return true;
        if (index + 1 == atoms.Count && IsLastOnLine(words, atoms[index].Last) && SinglesBefore(atoms, index) >= 2) return true;
        if (index + 2 < atoms.Count && atoms[index + 1] is { Kind: AtomKind.Pair } && IsAdjacentAfter(atoms, index)
            && IsAdjacentAfter(atoms, index + 1) && atoms[index + 2].IsDigits) return true;
        if (index == 0 || atoms[index - 1].Last + 1 != atoms[index].First) return false;
        if (IsAdjacentAfter(atoms, index))
            return (atoms[index - 1].IsDigits || atoms[index - 1].Kind == AtomKind.Symbol)
                && (atoms[index + 1].IsDigits || atoms[index + 1].Kind == AtomKind.Symbol || atoms[index + 1].Kind == AtomKind.Letter);
        if (!atoms[index - 1].IsDigits && atoms[index - 1] is not { Kind: AtomKind.Letter, IsStrong: true }
            && atoms[index - 1].Kind != AtomKind.Symbol) return false;
        if (index + 1 < atoms.Count && atoms[index + 1].IsDigits && atoms[index + 1].IsStrong) return true;
        if (index + 2 < atoms.Count && atoms[index + 1].IsDigits && IsAdjacentAfter(atoms, index + 1)
            && atoms[index + 2] is { IsDigits: true, IsStrong: true }) return true; // "nine oh, hmm, oh five"
        var next = atoms[index].Last + 1; // "five oh yes": an interjection
        if (index >= 3 && atoms[index - 1].IsDigits && atoms[index - 2].IsDigits && atoms[index - 3].IsDigits
            && words[next - 1].Line == words[Math.Min(next, words.Count - 1)].Line) return true;
        return next >= words.Count || words[next].Line != words[index].Line && IsLastOnLine(words, atoms[index].Last)
            || !words[next].May(WordKinds.Filler | WordKinds.Correction) && words.Written(next) is not ("i" or "I");
    }

    private static bool IsDigit(in SpokenWords words, List<SpokenAtom> atoms, int index)
    {
        var before = SinglesBefore(atoms, index);
        var after = SinglesAfter(atoms, index);
        if (before >= 1 && after >= 1 && (before >= 2 || after >= 2)) return true;
        return before >= 2 && after == 0 && IsLastOnLine(words, atoms[index].Last);
    }

    private static bool IsNamed(List<SpokenAtom> atoms, int index) =>
        (IsAdjacentAfter(atoms, index)
            && atoms[index + 1] is
            {
                Kind: AtomKind.Letter or AtomKind.Digit or AtomKind.Pair or AtomKind.Literal,
                Doubt: AtomDoubt.None or AtomDoubt.Name or AtomDoubt.Oh
            })
        || (IsAdjacentBefore(atoms, index)
            && atoms[index - 1] is
            {
                Kind: AtomKind.Letter or AtomKind.Digit or AtomKind.Symbol,
                Doubt: AtomDoubt.None or AtomDoubt.Name or AtomDoubt.Oh
            })
        || (IsAdjacentAfter(atoms, index) && atoms[index + 1].Kind == AtomKind.Symbol);

    private static bool IsArticleLetter(in SpokenWords words, List<SpokenAtom> atoms, int index)
    {
        var isNewLine = atoms[index].First > 0 && words[atoms[index].First - 1].Line != words[atoms[index].First].Line;
        if (isNewLine && !IsAdjacentAfter(atoms, index) && !IsLastOnLine(words, atoms[index].Last)) return false; // "… d w | i paid"
        if (IsLetterAfter(atoms, index) || IsLetterBefore(atoms, index) || IsSpelled(words, atoms, index)) return true;
        if (IsAdjacentAfter(atoms, index) && atoms[index + 1].Kind == AtomKind.Symbol) return true;
        if (IsAdjacentAfter(atoms, index) && atoms[index + 1].IsDigits && HasLetterSoon(atoms, index)) return true;
        if (IsAdjacentAfter(atoms, index) && atoms[index + 1].Doubt == AtomDoubt.Article && IsAdjacentAfter(atoms, index + 1)
            && atoms[index + 2].IsDigits) return true;
        if (IsAdjacentBefore(atoms, index) && atoms[index - 1].Doubt == AtomDoubt.Article && IsAdjacentBefore(atoms, index - 1)
            && (atoms[index - 2].IsDigits || atoms[index - 2].Kind == AtomKind.Letter)) return true;
        if (isNewLine || !IsAdjacentBefore(atoms, index) || !atoms[index - 1].IsDigits) return false;
        return IsAdjacentAfter(atoms, index) ? atoms[index + 1].IsDigits || atoms[index + 1].Doubt == AtomDoubt.Article
            : SinglesBefore(atoms, index) >= 1 && IsLastOnLine(words, atoms[index].Last);
    }

    /// <summary>"и в а н о в": so many letters in a row are no words, even where each of them is one.</summary>
    private static bool IsSpelled(in SpokenWords words, List<SpokenAtom> atoms, int index)
    {
        if (!words[atoms[index].First].Is(WordMarks.Letter)) return false;
        var (first, last) = (index, index);
        while (IsAdjacentBefore(atoms, first) && IsLetterOn(words, atoms[first - 1], index, atoms)) first--;
        while (IsAdjacentAfter(atoms, last) && IsLetterOn(words, atoms[last + 1], index, atoms)) last++;
        return last - first + 1 >= ShortestSpelling;
    }

    private static bool IsLetterOn(in SpokenWords words, in SpokenAtom atom, int index, List<SpokenAtom> atoms) =>
        atom.Kind == AtomKind.Letter && words[atom.First].Line == words[atoms[index].First].Line;

    /// <summary>"a nine two b y": letters come after the digits too.</summary>
    private static bool HasLetterSoon(List<SpokenAtom> atoms, int index)
    {
        for (var i = index + 1; i < Math.Min(atoms.Count, index + 5) && IsAdjacentBefore(atoms, i); i++)
            if (atoms[i] is { Kind: AtomKind.Letter, Doubt: AtomDoubt.None or AtomDoubt.Name }) return true;
        return false;
    }

    private static bool IsLetterAfter(List<SpokenAtom> atoms, int index) =>
        IsAdjacentAfter(atoms, index) && atoms[index + 1] is { Kind: AtomKind.Letter, Doubt: AtomDoubt.None or AtomDoubt.Name };

    private static bool IsLetterBefore(List<SpokenAtom> atoms, int index) =>
        IsAdjacentBefore(atoms, index) && atoms[index - 1] is { Kind: AtomKind.Letter, Doubt: AtomDoubt.None or AtomDoubt.Name };

    private static bool IsSingleAfter(List<SpokenAtom> atoms, int index) =>
        IsAdjacentAfter(atoms, index) && atoms[index + 1] is { Kind: AtomKind.Digit, Doubt: AtomDoubt.None or AtomDoubt.Oh };

    private static bool IsAdjacentAfter(List<SpokenAtom> atoms, int index) =>
        index + 1 < atoms.Count && atoms[index + 1].First == atoms[index].Last + 1;

    private static bool IsAdjacentBefore(List<SpokenAtom> atoms, int index) => index > 0 && atoms[index - 1].Last + 1 == atoms[index].First;

    /// <summary>Digits said one by one right before, through fillers and at most one more homophone.</summary>
    private static int SinglesBefore(List<SpokenAtom> atoms, int index) => Singles(atoms, index, -1);

    private static int SinglesAfter(List<SpokenAtom> atoms, int index) => Singles(atoms, index, 1);

    private static int Singles(List<SpokenAtom> atoms, int index, int step)
    {
        var count = 0;
        for (int i = index + step, homophones = 0; i >= 0 && i < atoms.Count && count < 3; i += step)
        {
            if (atoms[i].Doubt == AtomDoubt.Homophone && homophones++ == 0) continue; // "one ate for zero"
            if (atoms[i] is not { Kind: AtomKind.Digit, Doubt: AtomDoubt.None or AtomDoubt.Oh }) break;
            count += atoms[i].Text.Length;
        }
        return count;
    }

    private static bool IsLastOnLine(in SpokenWords words, int word) =>
        word + 1 >= words.Count || words[word + 1].Line != words[word].Line || words[word].Is(WordMarks.EndsSentence);
}
