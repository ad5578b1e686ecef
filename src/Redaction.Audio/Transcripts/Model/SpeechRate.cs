namespace Redaction.Audio;

/// <summary>How fast people speak tells what the numbers of a list of words count.</summary>
internal static class SpeechRate
{
    private const double LettersASecond = 15;

    /// <summary>What a number may count, and nothing else does.</summary>
    private static readonly long[] s_units = [TimeSpan.TicksPerSecond, TimeSpan.TicksPerMillisecond, 10, 1];

    /// <summary>The unit, in ticks of 100 ns, of times that do not tell it themselves.</summary>
    /// <param name="texts">How many letters each text has, when it begins, when it ends or, where that is said, how long it lasts.</param>
    /// <exception cref="RedactionException">In none of them people speak as fast as they do.</exception>
    public static long UnitOf(IEnumerable<(int Letters, RawTime From, RawTime To, bool IsLength)> texts)
    {
        decimal letters = 0, time = 0;
        var isWhole = true;
        foreach (var text in texts)
        {
            if (text.From.Unit > 0) continue;
            letters += text.Letters;
            time += Math.Max(0, text.IsLength ? text.To.Value : text.To.Value - text.From.Value);
            isWhole &= text.From.IsWhole && text.To.IsWhole;
        }
        return isWhole ? UnitOf(letters, time) : TimeSpan.TicksPerSecond;
    }

    /// <summary>The unit in which so many letters take so much time.</summary>
    public static long UnitOf(decimal letters, decimal time)
    {
        if (time == 0) return TimeSpan.TicksPerSecond;
        var rate = (double)(letters / time) * TimeSpan.TicksPerSecond; // letters a second, were the numbers ticks
        var best = s_units.MinBy(unit => Math.Abs(Math.Log(rate / unit / LettersASecond)));
        return Math.Abs(Math.Log10(rate / best / LettersASecond)) < 1.3 ? best
            : throw new RedactionException(ErrorCodes.NoTime, "transcript",
                "In which unit the times of the words are written cannot be told.");
    }
}
