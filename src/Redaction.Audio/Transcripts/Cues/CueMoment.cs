namespace Redaction.Audio;

/// <summary>A time of a subtitle file. Where it is written so that it can be read in two ways, both are told.</summary>
/// <param name="Earliest">The first tick that may be meant.</param>
/// <param name="Latest">The last tick that may be meant.</param>
/// <param name="IsFull">Nothing but a time is written so: with hours, or with a fraction.</param>
internal readonly record struct CueMoment(long Earliest, long Latest, bool IsFull)
{
    private const int MostFrames = 120;

    /// <summary>Puts a time together.</summary>
    /// <param name="fields">Hours, minutes, seconds, frames: two to four of them.</param>
    /// <param name="fraction">What stands after the point.</param>
    /// <param name="digits">How many digits that has; 0 when there is none.</param>
    /// <param name="moment">The time.</param>
    public static bool TryMake(ReadOnlySpan<long> fields, long fraction, int digits, out CueMoment moment)
    {
        moment = default;
        var hasFrames = fields.Length == 4;
        if (hasFrames && (digits > 0 || fields[3] > MostFrames)) return false;
        if (fields.Length < 2) return false;
        long seconds = 0;
        var times = hasFrames ? fields[..3] : fields;
        for (var i = 0; i < times.Length; i++)
        {
            if (i > 0 && times[i] > (i == times.Length - 1 ? 60 : 59)) return false;
            seconds = seconds * 60 + times[i];
        }
        if (seconds > 999_999_999) return false;
        var whole = seconds * TimeSpan.TicksPerSecond;
        var (low, high) = hasFrames || digits == 0 ? (0, TimeSpan.TicksPerSecond) : Fraction(fraction, digits);
        moment = new(whole + low, whole + high, times.Length >= 3 || digits > 0);
        return true;
    }

    /// <summary>Some programs write milliseconds without their zeros (<c>1,50</c> is 50 ms), others a fraction (half a second).</summary>
    private static (long Low, long High) Fraction(long value, int digits)
    {
        if (digits > 7)
        {
            while (digits-- > 7) value /= 10;
            return (value, value + 1);
        }
        var ticks = value;
        for (var i = digits; i < 7; i++) ticks *= 10;
        return digits >= 3 ? (ticks, ticks) : (Math.Min(ticks, value * TimeSpan.TicksPerMillisecond), ticks);
    }
}
