using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;

namespace Redaction.Audio;

/// <summary>A time whose unit may not be known yet.</summary>
/// <param name="Value">The number.</param>
/// <param name="Unit">Ticks of 100 ns in one; 0 when that is not told.</param>
/// <param name="IsWhole">Written without a fraction.</param>
internal readonly record struct RawTime(decimal Value, long Unit, bool IsWhole)
{
    private const decimal Largest = 1e15m;

    /// <summary>Reads a number, a number in quotes, a clock time or a duration.</summary>
    public static RawTime? Of(JsonPart part, ReadOnlySpan<byte> content, long unit)
    {
        if (part.Kind is not (JsonTokenType.Number or JsonTokenType.String) || part.Length is 0 or > 40) return null;
        return Read(content.Slice(part.Start, part.Length), unit, part.Kind == JsonTokenType.String);
    }

    /// <summary>Reads what is written: a number; in quotes, a clock time or a duration as well.</summary>
    public static RawTime? Read(ReadOnlySpan<byte> written, long unit, bool isText)
    {
        if (isText)
        {
            if (CueTime.TryRead(written, out var clock)) return new(clock, 1, false);
            if (written.StartsWith("PT"u8)) return Duration(Encoding.UTF8.GetString(written));
            if (written.Length > 1 && written[^1] == 's' && char.IsAsciiDigit((char)written[^2]))
            {
                written = written[..^1];
                unit = TimeSpan.TicksPerSecond;
            }
        }
        if (!decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) return null;
        return Math.Abs(value) > Largest ? null : new(Math.Max(0, value), unit, written.IndexOfAny(".eE"u8) < 0);
    }

    /// <summary>As ticks, in a unit where none is told.</summary>
    public long Ticks(long unit) => (long)Math.Min(decimal.Round(Value * (Unit > 0 ? Unit : unit)), 1e16m);

    private static RawTime? Duration(string text)
    {
        try
        {
            return new(XmlConvert.ToTimeSpan(text).Ticks, 1, false);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return null;
        }
    }
}
