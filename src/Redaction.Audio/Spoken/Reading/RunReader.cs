namespace Redaction.Audio;

/// <summary>Finds the runs of digits and letters in a transcript.</summary>
/// <remarks>Everything that could be a part is gathered first; then parts that are everyday words must be spoken for
/// by their neighbours.</remarks>
internal static class RunReader
{
    private const int LargestCount = 2;
    private const int MaximumGap = 8;
    private const int MaximumLines = 4;

    public static List<SpokenRun> Read(in SpokenWords words)
    {
        var runs = new List<SpokenRun>();
        var atoms = new List<SpokenAtom>();
        for (var i = 0; i < words.Count;)
        {
            if (Phrase(words, i) is > 0 and var filler)
            {
                i += filler;
                continue;
            }
            if (words.Match(i, WordKinds.Unit, out _) is > 1 and var unit && words[i + unit - 1].May(WordKinds.Scale))
            {
                i += unit; // "per cento"
                continue;
            }
            if (!AtomReader.TryRead(words, i, out var atom))
            {
                i++;
                continue;
            }
            atoms.Clear();
            atoms.Add(atom);
            while (TryNext(words, atoms[^1], out atom)) atoms.Add(atom);
            i = atoms[^1].Last + 1;
            Split(words, atoms, runs);
        }
        return runs;
    }

    private static bool TryNext(in SpokenWords words, in SpokenAtom last, out SpokenAtom atom)
    {
        var next = last.Last + 1;
        atom = default;
        // "two thirty p m"
        if (last.IsDigits && words.Match(next, WordKinds.Unit, out _) is > 1 and var unit
            && (next + unit >= words.Count || !words[next + unit].Is(WordMarks.Letter))) return false;
        if (Phrase(words, next) == 0 && AtomReader.TryRead(words, next, out atom)) return !IsCount(words, last.Last, atom);
        var at = next;
        while (at < words.Count && at - next < MaximumGap)
        {
            var length = words.Match(at, WordKinds.Filler | WordKinds.Correction | WordKinds.Restart | WordKinds.Spacer, out _);
            if (length == 0) return false;
            at += length;
            if (at < words.Count && words[at].Line - words[last.Last].Line > MaximumLines) return false;
            if (Phrase(words, at) == 0 && AtomReader.TryRead(words, at, out atom) && atom.Kind != AtomKind.Symbol
                && !IsCount(words, last.Last, atom)
                && (atom.Doubt is AtomDoubt.None or AtomDoubt.Name or AtomDoubt.Oh or AtomDoubt.Article
                    || (atom.Doubt is AtomDoubt.Homophone && last.Kind is AtomKind.Digit))) return true;
        }
        return false;
    }

    /// <summary>"okay i see one pair", "zwei oder drei": at most two numbers in another turn, before a word of another kind.</summary>
    private static bool IsCount(in SpokenWords words, int before, in SpokenAtom atom)
    {
        if (words[before].Line == words[atom.First].Line) return false;
        var last = atom;
        for (var numbers = 1; ; numbers++)
        {
            var next = last.Last + 1;
            if (last.Kind is not (AtomKind.Digit or AtomKind.Pair or AtomKind.Scaled) || !last.IsStrong || next >= words.Count
                || words[next].Line != words[last.Last].Line
                || words[last.Last].Is(WordMarks.EndsSentence | WordMarks.EndsClause)) return false;
            if (AtomReader.TryRead(words, next, out var following))
            {
                if (numbers == LargestCount || following.Doubt is not (AtomDoubt.None or AtomDoubt.Oh)) return false;
                last = following;
                continue;
            }
            return words.Match(next, WordKinds.Filler | WordKinds.Correction | WordKinds.Restart | WordKinds.Spacer | WordKinds.Cue,
                out _) == 0;
        }
    }

    /// <summary>"let me see" and "c v v" are no letters, "last four" is no digit.</summary>
    private static int Phrase(in SpokenWords words, int index)
    {
        var length = words.Match(index, WordKinds.Filler | WordKinds.Correction | WordKinds.Restart | WordKinds.Cue, out _);
        return length > 1 ? length : 0;
    }

    private static void Split(in SpokenWords words, List<SpokenAtom> atoms, List<SpokenRun> runs)
    {
        var start = 0;
        for (var i = 0; i <= atoms.Count; i++)
        {
            if (i < atoms.Count && AtomDisambiguation.IsAccepted(words, atoms, i)) continue;
            if (i > start) Add(words, atoms, start, i, runs);
            start = i + 1;
        }
    }

    private static void Add(in SpokenWords words, List<SpokenAtom> atoms, int start, int end, List<SpokenRun> runs)
    {
        while (end > start && atoms[end - 1].Kind == AtomKind.Symbol) end--;
        while (start < end && atoms[start].Kind == AtomKind.Symbol && atoms[start].Text != "+") start++;
        if (start == end) return;
        for (var i = start; i < end; i++)
            if (end - start > 1 && atoms[i].Doubt == AtomDoubt.Oh && IsLetterAt(atoms, i - 1, start, end)
                && IsLetterAt(atoms, i + 1, start, end)) atoms[i] = atoms[i] with { Kind = AtomKind.Letter, Text = "o" };
        var isQuantity = false;
        if (words.IsAt(atoms[end - 1].Last + 1, WordKinds.Unit) && !IsAcross(words, atoms[end - 1].Last))
        {
            var group = end - 1; // "five five five, okay two minutes": only the last group is the quantity
            while (group > start && atoms[group].First == atoms[group - 1].Last + 1
                && words[atoms[group].First].Line == words[atoms[group - 1].Last].Line) group--;
            if (group > start) end = group;
            else isQuantity = true;
        }
        var isEnumerated = false;
        for (var i = start + 1; i < end; i++)
            for (var w = atoms[i - 1].Last + 1; w < atoms[i].First; w++) isEnumerated |= words.Table.Contains(words.Written(w),
                WordLists.Joiner);
        runs.Add(new(Corrected(words, atoms.GetRange(start, end - start)), isEnumerated, isQuantity));
    }

    /// <summary>True for a letter, or past the end of the run.</summary>
    private static bool IsLetterAt(List<SpokenAtom> atoms, int index, int start, int end) =>
        index < start || index >= end || atoms[index].Kind == AtomKind.Letter;

    private static bool IsAcross(in SpokenWords words, int index) => index + 1 < words.Count && words[index].Line != words[index + 1].Line;

    /// <summary>"two no wait three": what was taken back is part of the region of what replaces it, and gone from the writing.</summary>
    private static List<SpokenAtom> Corrected(in SpokenWords words, List<SpokenAtom> atoms)
    {
        for (var i = 1; i < atoms.Count; i++)
        {
            var gap = atoms[i - 1].Last + 1;
            if (gap >= atoms[i].First || !words.IsAt(gap, WordKinds.Correction) || atoms[i].Kind != atoms[i - 1].Kind) continue;
            atoms[i] = atoms[i] with { First = atoms[i - 1].First };
            atoms.RemoveAt(i - 1);
            i--;
        }
        return atoms;
    }
}
