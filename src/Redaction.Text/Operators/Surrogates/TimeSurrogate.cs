using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;

namespace Redaction.Text;

/// <summary>Dates moved by a number of days that is the same for all dates of the scope, in the form they had; ages a few years off, which
/// stay below 90 or from 90 up as they were.</summary>
internal static class TimeSurrogate
{
    private const int MostDays = 365, MostYears = 4, Old = 90, Oldest = 110;

    /// <summary>Writes the date; false for one without a day or a year.</summary>
    public static bool TryDate(ReadOnlySpan<char> value, byte[] key, byte[] salt, IBufferWriter<char> output)
    {
        if (!DateText.TryRead(value, false, out var date)) return false;
        Span<byte> digest = stackalloc byte[KeyedDigest.Size];
        KeyedDigest.Compute(key, salt, "date/shift", "", digest);
        var days = (int)(BinaryPrimitives.ReadUInt64BigEndian(digest) % (2 * MostDays)) - MostDays;
        if (days >= 0) days++; // never by nothing
        date.Write(date.Value.AddDays(days), output);
        return true;
    }

    /// <summary>Writes the age with the words around it; false for one in words.</summary>
    public static bool TryAge(ReadOnlySpan<char> value, ReadOnlySpan<byte> digest, IBufferWriter<char> output)
    {
        var start = value.IndexOfAnyInRange('0', '9');
        if (start < 0) return false;
        var end = AddressText.Digits(value, start);
        if (end - start > 3 || value[end..].ContainsAnyInRange('0', '9')) return false;
        var age = CalendarDate.Number(value[start..end]);
        var other = age + 1 + digest[0] % MostYears;
        if (digest[1] % 2 == 0 && age > MostYears) other = age - 1 - digest[0] % MostYears;
        if (age < Old) other = Math.Min(other, Old - 1);
        else other = Math.Clamp(other, Old, Oldest);
        if (other == age) other = age < Old ? age - 1 : age + 1;
        output.Write(value[..start]);
        output.Write(other.ToString(CultureInfo.InvariantCulture));
        output.Write(value[end..]);
        return true;
    }
}
