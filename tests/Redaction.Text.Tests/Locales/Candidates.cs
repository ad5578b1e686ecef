using System.Globalization;
using System.Text;

namespace Redaction.Text.Tests;

/// <summary>Makes random values of a form: # a digit, @ a capital letter, {yyMMdd} a date between 1950 and 1999, everything else
/// itself.</summary>
internal static class Candidates
{
    public static string Next(string form, Random random)
    {
        var value = new StringBuilder();
        for (var i = 0; i < form.Length; i++)
        {
            if (form[i] == '{')
            {
                var end = form.IndexOf('}', i);
                var day = new DateTime(1950, 1, 1).AddDays(random.Next(365 * 49));
                value.Append(day.ToString(form[(i + 1)..end], CultureInfo.InvariantCulture));
                i = end;
            }
            else if (form[i] == '[')
            {
                var end = form.IndexOf(']', i);
                value.Append(form[random.Next(i + 1, end)]);
                i = end;
            }
            else
            {
                value.Append(form[i] switch { '#' => (char)('0' + random.Next(10)), '@' => (char)('A' + random.Next(26)), var c => c });
            }
        }
        return value.ToString();
    }

    /// <summary>The value with one digit or capital letter replaced by another of its kind.</summary>
    public static string WithOneChanged(string value, int index, Random random)
    {
        var changed = value.ToCharArray();
        changed[index] = char.IsAsciiDigit(changed[index])
            ? (char)('0' + (changed[index] - '0' + random.Next(1, 10)) % 10)
            : (char)('A' + (changed[index] - 'A' + random.Next(1, 26)) % 26);
        return new(changed);
    }
}
