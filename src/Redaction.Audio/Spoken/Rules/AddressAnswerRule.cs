namespace Redaction.Audio;

/// <summary>What answers a question for an address, in whatever order a language says its parts.</summary>
internal static class AddressAnswerRule
{
    private const int Longest = 40;
    private const int LongestGap = 4;
    private const float Score = 0.75f;

    private const WordKinds Parts = WordKinds.Street | WordKinds.Region | WordKinds.Dwelling | WordKinds.Direction;
    private const WordKinds Around = WordKinds.Filler | WordKinds.Correction | WordKinds.Restart | WordKinds.Spacer | WordKinds.Tail
        | WordKinds.NameLead | WordKinds.StrongName | WordKinds.Title;

    public static void Find(in SpokenWords words, List<SpokenValue> values)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var length = words.Match(i, WordKinds.Cue, out var kind);
            if (length == 0) continue;
            i += length - 1;
            if ((CueKind)kind != CueKind.Address) continue;
            var answer = Answer(words, i + 1);
            if (answer.Last >= answer.First) values.Add(new(SpokenEntities.Address, answer.First, answer.Last, Score));
        }
    }

    /// <summary>The answer in the rest of the line, or else in the line after it.</summary>
    private static (int First, int Last) Answer(in SpokenWords words, int index)
    {
        if (index >= words.Count) return (0, -1);
        if (words[index].Line == words[index - 1].Line && Read(words, index) is { } same && same.Last >= same.First) return same;
        var next = index;
        while (next < words.Count && words[next].Line == words[index - 1].Line) next++;
        return next < words.Count ? Read(words, next) : (0, -1);
    }

    /// <summary>From the first to the last part of an address on the line; nothing where there is no number or no name of a
    /// place.</summary>
    private static (int First, int Last) Read(in SpokenWords words, int start)
    {
        int first = -1, last = -1, numbers = 0, names = 0;
        for (var i = start; i < words.Count && i - start < Longest;)
        {
            if (i > start && words[i].Line != words[i - 1].Line && !Continues(words, i, last, numbers)) break;
            if (words.IsAt(i, WordKinds.Cue) && !words.IsAt(i, Parts)) break;
            if (last >= 0 && (words[last].Is(WordMarks.EndsSentence) || i - last > LongestGap)) break;
            var length = Part(words, i, ref numbers, ref names);
            if (length > 0)
            {
                first = first < 0 ? i : first;
                last = i + length - 1;
            }
            i += Math.Max(1, length);
        }
        return numbers > 0 && names > 0 ? (first, last) : (0, -1);
    }

    /// <summary>True where the address goes on in the next line: it has no number yet, or the line begins with a part of it.</summary>
    private static bool Continues(in SpokenWords words, int index, int last, int numbers) =>
        last == index - 1 && (numbers == 0 || words.IsAt(index, WordKinds.Street | WordKinds.Region | WordKinds.Dwelling));

    private static int Part(in SpokenWords words, int index, ref int numbers, ref int names)
    {
        if (words.Match(index, Parts, out _) is > 0 and var part)
        {
            names++;
            return part;
        }
        if (AtomReader.TryRead(words, index, out var atom) && atom.IsDigits && atom.IsStrong)
        {
            if (words.IsAt(atom.Last + 1, WordKinds.Unit)) return 0;
            numbers++;
            return atom.Last - index + 1;
        }
        if (words.Table.EndsLikeStreet(words.Written(index)))
        {
            names++;
            return 1;
        }
        if (words[index].Is(WordMarks.Alone) && words.Written(index)[0] is >= '\u3041' and <= '\u309F' // grammar is written in hiragana
            || words.IsCommon(index) || words.Table.IsFunction(words.Written(index)) || words.Match(index, Around, out _) > 0
            || words.Table.Contains(words.Written(index), WordLists.Copula | WordLists.AnswerLead | WordLists.Joiner)
            || words[index].Is(WordMarks.Quantity)) return 0;
        names++;
        return 1;
    }
}
