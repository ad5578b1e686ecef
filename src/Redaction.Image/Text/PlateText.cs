namespace Redaction.Image;

/// <summary>Tells a line that reads like the number of a vehicle: a fallback where the plate detector sees nothing.</summary>
internal static class PlateText
{
    public const float Score = 0.5f;
    private const int MinCharacters = 4, MaxCharacters = 9, MaxGroups = 4;

    /// <summary>One line of 4 to 9 capital letters and digits, both of them, in at most four groups that each hold either or both;
    /// letters and digits change sides no more than three times, as in <c>AB 123 CD</c>.</summary>
    public static bool LooksLikePlate(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        int letters = 0, digits = 0, changes = 0, groups = 1;
        var before = '\0';
        foreach (var c in line)
        {
            if (c is ' ' or '-' or '.' or '·')
            {
                groups++;
                continue;
            }
            if (char.IsAsciiDigit(c)) digits++;
            else if (char.IsAsciiLetterUpper(c)) letters++;
            else return false;
            if (before != '\0' && char.IsAsciiDigit(c) != char.IsAsciiDigit(before)) changes++;
            before = c;
        }
        return letters >= 1 && digits >= 2 && letters + digits is >= MinCharacters and <= MaxCharacters && changes is >= 1 and <= 3
            && groups <= MaxGroups;
    }
}
