using System.Globalization;

namespace Redaction.Audio;

/// <summary>Time expressions of TTML (W3C Timed Text Markup Language 2, 12.3): clock times, with frames, and offsets.</summary>
/// <param name="FrameRate">Frames per second.</param>
/// <param name="TickRate">Ticks per second.</param>
internal readonly record struct TtmlTime(decimal FrameRate, decimal TickRate)
{
    public bool TryRead(string text, out long ticks)
    {
        ticks = 0;
        if (!TrySeconds(text.AsSpan().Trim(), out var seconds) || seconds is < 0 or > 1_000_000_000) return false;
        ticks = (long)decimal.Round(seconds * TimeSpan.TicksPerSecond);
        return true;
    }

    private bool TrySeconds(ReadOnlySpan<char> text, out decimal seconds)
    {
        if (text.Contains(':')) return TryClock(text.ToString().Split(':'), out seconds);
        var unit = text.LastIndexOfAnyInRange('0', '9') + 1;
        if (!TryNumber(text[..unit], out seconds)) return false;
        switch (text[unit..])
        {
            case "h": seconds *= 3600; return true;
            case "m": seconds *= 60; return true;
            case "s": return true;
            case "ms": seconds /= 1000; return true;
            case "f": seconds /= FrameRate; return true;
            case "t": seconds /= TickRate; return true;
            default: return false;
        }
    }

    private bool TryClock(string[] parts, out decimal seconds)
    {
        seconds = 0;
        if (parts.Length is not (3 or 4) || !TryNumber(parts[0], out var hours) || !TryNumber(parts[1], out var minutes)
            || !TryNumber(parts[2], out var rest)) return false;
        var frames = 0m;
        if (parts.Length == 4 && !TryNumber(parts[3], out frames)) return false;
        seconds = hours * 3600 + minutes * 60 + rest + frames / FrameRate;
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && value < 1_000_000_000_000;
}
