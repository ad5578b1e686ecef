namespace Redaction.Audio;

/// <summary>Keeps what was found in written text on the lines of speech that it was said on: a value goes on in another turn only where the
/// words do.</summary>
internal static class SpokenLines
{
    /// <summary>The words of a value without those on lines that no run of digits and letters, and no address, joins to it.</summary>
    /// <param name="words">The transcript.</param>
    /// <param name="reading">What was read in it.</param>
    /// <param name="first">First word of the value.</param>
    /// <param name="last">Last word of it.</param>
    public static (int First, int Last) Joined(in SpokenWords words, SpokenReading reading, int first, int last)
    {
        if (words[first].Line == words[last].Line) return (first, last);
        var own = Main(words, reading, first, last);
        var (from, to) = (own, own);
        while (from > first && (words[from - 1].Line == words[from].Line || IsJoined(reading, from))) from--;
        while (to < last && (words[to + 1].Line == words[to].Line || IsJoined(reading, to + 1))) to++;
        return (from, to);
    }

    /// <summary>A word of the first number or address under a value; its first word where there is none.</summary>
    private static int Main(in SpokenWords words, SpokenReading reading, int first, int last)
    {
        var (found, digits) = (first, 0);
        foreach (var run in reading.Runs)
        {
            if (run.First > last) break;
            if (run.Last < first || run.Digits + run.Letters <= digits) continue;
            (found, digits) = (Math.Max(first, run.First), run.Digits + run.Letters);
        }
        foreach (var mail in reading.Mails)
            if (mail.First <= last && mail.Last >= first) return Math.Max(first, mail.First);
        return found;
    }

    /// <summary>True where a number or an address goes on from the word before.</summary>
    private static bool IsJoined(SpokenReading reading, int word)
    {
        foreach (var run in reading.Runs)
        {
            if (run.First >= word) break;
            if (run.Last >= word) return true;
        }
        foreach (var mail in reading.Mails)
            if (mail.First < word && mail.Last >= word) return true;
        return false;
    }
}
