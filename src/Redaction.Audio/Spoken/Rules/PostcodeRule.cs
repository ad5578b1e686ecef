namespace Redaction.Audio;

/// <summary>Postal codes of letters and digits (United Kingdom, Canada), and five digits after a place.</summary>
internal static class PostcodeRule
{
    public static void Find(in SpokenWords words, SpokenScene scene, List<SpokenValue> values)
    {
        foreach (var run in scene.Reading.Runs)
        {
            if (run.Letters > 0 && (IsBritish(run.Compact) || IsCanadian(run.Compact)))
                values.Add(new(SpokenEntities.PostalCode, run.First, run.Last, 0.8f));
            else if (run is { Letters: 0, Digits: 5 or 9 } && IsAfterPlace(words, run.First))
                values.Add(new(SpokenEntities.PostalCode, run.First, run.Last, 0.8f));
        }
    }

    private static bool IsAfterPlace(in SpokenWords words, int index)
    {
        for (var i = Math.Max(0, index - 2); i < index; i++)
            if (words.Match(i, WordKinds.Region, out _) is > 0 and var length && i + length <= index) return true;
        return false;
    }

    /// <summary>One or two letters, a digit, perhaps a digit or letter; then a digit and two letters.</summary>
    private static bool IsBritish(ReadOnlySpan<char> code)
    {
        if (code.Length is < 5 or > 7) return false;
        var area = char.IsAsciiDigit(code[1]) ? 1 : 2;
        var district = code.Length - area - 3;
        return char.IsAsciiLetter(code[0]) && (area == 1 || char.IsAsciiLetter(code[1])) && district is 1 or 2
            && char.IsAsciiDigit(code[area])
            && char.IsAsciiDigit(code[^3]) && char.IsAsciiLetter(code[^2]) && char.IsAsciiLetter(code[^1]);
    }

    private static bool IsCanadian(ReadOnlySpan<char> code)
    {
        if (code.Length != 6) return false;
        for (var i = 0; i < code.Length; i++)
            if (char.IsAsciiLetter(code[i]) != (i % 2 == 0)) return false;
        return true;
    }
}
