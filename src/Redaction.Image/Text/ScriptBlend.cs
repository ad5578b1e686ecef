namespace Redaction.Image;

/// <summary>Joins what two readers say of a line: words in Cyrillic or Greek from the one that knows them, all else from the other.
/// </summary>
internal static class ScriptBlend
{
    private const float Least = 0.7f; // mean score of a word that is taken

    /// <summary>The characters of both; null where no word is in Cyrillic or Greek.</summary>
    /// <param name="own">Of the reader that knows these; with blanks, and <see cref="CyrillicGreekReader.Other"/> for anything else.</param>
    /// <param name="read">Of the other reader.</param>
    public static List<SeenCharacter>? Blend(List<SeenCharacter> own, List<SeenCharacter> read)
    {
        var words = Words(own, read);
        if (!words.Exists(static w => w.IsSure)) return null;
        var all = new List<SeenCharacter>();
        foreach (var word in words)
        {
            if (all.Count > 0 && all[^1].Text != " ") all.Add(new(" ", all[^1].End, word.Start, 1));
            all.AddRange(word.IsBetter ? word.Own : word.Read);
        }
        return all;
    }

    private static List<Word> Words(List<SeenCharacter> own, List<SeenCharacter> read)
    {
        var words = new List<Word>();
        var (from, next) = (0, 0);
        for (var i = 0; i <= own.Count; i++)
        {
            if (i < own.Count && own[i].Text != " ") continue;
            if (i > from)
            {
                var until = i == own.Count ? float.MaxValue : own[i].Middle;
                var first = next;
                while (next < read.Count && (read[next].Middle < until || IsLast(own, i))) next++;
                words.Add(new(own[from..i], Trimmed(read[first..next])));
            }
            from = i + 1;
        }
        return words;
    }

    private static List<SeenCharacter> Trimmed(List<SeenCharacter> read)
    {
        var first = read.FindIndex(static c => c.Text != " ");
        return first < 0 ? [] : read[first..(read.FindLastIndex(static c => c.Text != " ") + 1)];
    }

    private static bool IsLast(List<SeenCharacter> own, int at) => own.FindIndex(at, static c => c.Text != " ") < 0;

    /// <summary>A word as both readers see it.</summary>
    private readonly struct Word
    {
        private const string Number = "№"; // reads as two letters to the other
        private const int Telling = 2; // letters that look like no Latin ones
        private const float LessThan = 0.85f; // of the other's score: what such a word needs

        public Word(List<SeenCharacter> own, List<SeenCharacter> read)
        {
            (Own, Read) = (own, read);
            var (score, lean) = (ReadLine.Mean(own), WordScripts.Lean(own));
            var other = Score(read, own.Count);
            if (score < Least || own.Exists(static c => c.Text == CyrillicGreekReader.Other)) return;
            IsSure = lean > 0 && score >= (lean >= Telling ? LessThan * other : other);
            IsBetter = score >= other || (lean >= 0 && own.Exists(static c => c.Text == Number || WordScripts.IsOther(c.Text[0])));
        }

        /// <summary>How sure the other reader is: less where it passes over letters, and not at all of letters of several scripts.</summary>
        private static float Score(List<SeenCharacter> read, int count) =>
            WordScripts.AreMixed(read) ? 0 : ReadLine.Mean(read) * Math.Min(1, read.Count / (float)count);

        public List<SeenCharacter> Own { get; }

        public List<SeenCharacter> Read { get; }

        public float Start => Own[0].Start;

        /// <summary>True of a word that is in Cyrillic or Greek.</summary>
        public bool IsSure { get; }

        /// <summary>True of a word that is better taken from the reader of these if the line has such words.</summary>
        public bool IsBetter { get; }
    }
}
