using System.Buffers;
using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Three-digit ZIP areas under the population rule of 45 CFR 164.514(b)(2)(i)(B):
/// an area of 20,000 people or fewer is written 000.</summary>
internal static class ZipAreas
{
    // The seventeen areas that the guidance of the Department of Health and Human Services lists from the 2000 census, and those that
    // the census of 2010 adds.
    private static readonly FrozenSet<string> s_small = FrozenSet.ToFrozenSet(
        [
        "036", "059", "063", "102", "203", "205", "369", "556", "692", "790", "821", "823", "830", "831", "878", "879", "884", "890", "893",
    ]);

    private static readonly SearchValues<char> s_signs = SearchValues.Create("0123456789- ");

    /// <summary>The area with stars in place of the rest; null when the value is no ZIP code.</summary>
    public static string? Of(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[10];
        var count = Digits.Copy(value, digits);
        if (count is not (5 or 9) || value.ContainsAnyExcept(s_signs)) return null;
        var area = digits[..3].ToString();
        return (s_small.Contains(area) ? "000" : area) + "**";
    }
}
