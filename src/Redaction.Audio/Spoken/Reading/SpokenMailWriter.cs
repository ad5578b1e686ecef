namespace Redaction.Audio;

/// <summary>Writes the words of a mail or web address.</summary>
internal static class SpokenMailWriter
{
    /// <summary>Adds what the words from <paramref name="start"/> to <paramref name="end"/> are in writing.</summary>
    public static void Write(in SpokenWords words, int start, int end, List<SpokenAtom> parts)
    {
        for (var i = start; i < end;)
        {
            if (AtomReader.TryRead(words, i, out var atom) && atom.Last < end
                && (atom.Doubt is AtomDoubt.None or AtomDoubt.Article or AtomDoubt.Oh || IsBetweenLetters(words, i, end)))
            {
                if (!words[i].Is(WordMarks.Written)) parts.Add(atom);
                i = atom.Last + 1;
                continue;
            }
            var skipped = words.Match(i, WordKinds.Filler | WordKinds.Correction | WordKinds.Spacer | WordKinds.Mark, out _);
            if (skipped > 0 && i + skipped < end)
            {
                i += skipped;
                continue;
            }
            if (!MailWords.IsSkipped(words.Written(i)))
                parts.Add(new(AtomKind.Literal, i, i,
                    words.Written(i).ToString().ToLowerInvariant().Replace("'", "", StringComparison.Ordinal), AtomDoubt.None));
            i++;
        }
    }

    private static bool IsBetweenLetters(in SpokenWords words, int index, int end) =>
        words[index].May(WordKinds.Nato | WordKinds.Letter) && index + 1 < end
            && (words[index + 1].Is(WordMarks.Letter) || words[index + 1].May(WordKinds.Nato));
}
