namespace Redaction.Text;

/// <summary>Names of countries, in English and in their own language, whatever their case.</summary>
internal static class CountryNames
{
    /// <summary>Names and their regions (ISO 3166) by <see cref="Key"/>, the longest first.</summary>
    private static readonly Dictionary<int, (string Name, string Region)[]> s_names = TextLexicon.Countries.Lines
        .SelectMany(static line => line.Words.Select(word => (Name: word, Region: line.Head)))
        .DistinctBy(static n => n.Name, StringComparer.OrdinalIgnoreCase)
        .GroupBy(static n => Key(n.Name))
        .ToDictionary(static same => same.Key, static same => same.OrderByDescending(static n => n.Name.Length).ToArray());

    private static readonly WordStarts s_starts = new(s_names.Values.SelectMany(static same => same.Select(static n => n.Name)));

    /// <summary>The first name from <paramref name="from"/> on; of names in one place the longest. False when there is none.</summary>
    /// <param name="text">Where names are looked for.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="region">The region of the name (ISO 3166).</param>
    /// <param name="end">Index after the name.</param>
    public static bool TryNext(ReadOnlySpan<char> text, int from, out string region, out int end)
    {
        for (var at = s_starts.Next(text, from); at >= 0; at = s_starts.Next(text, at + 1))
        {
            if (!s_names.TryGetValue(Key(text[at..]), out var names)) continue;
            foreach (var (name, code) in names)
            {
                end = at + name.Length;
                if (end > text.Length || !text[at..].StartsWith(name, StringComparison.OrdinalIgnoreCase)) continue;
                if (end < text.Length && (char.IsLetter(text[end]) || text[end] == '-')) continue;
                region = code;
                return true;
            }
        }
        (region, end) = ("", text.Length);
        return false;
    }

    private static int Key(ReadOnlySpan<char> name) => char.ToUpperInvariant(name[0]) << 16 | char.ToUpperInvariant(name[1]);
}
