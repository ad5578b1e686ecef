namespace Redaction.Batch;

/// <summary>A file as the manifest knows it, and how many findings of each entity its replacements can give.</summary>
internal sealed record ExpectedFile(string Source, string Sha256, Dictionary<string, long> Surrogates)
{
    // These write values that look like what they stand for; what the others write no detector finds again.
    private static readonly string[] s_lookalikes = ["pseudonym", "shift-date", "generalise", "fpe", "mask", "keep"];

    /// <summary>The files of an item; none when nothing was released.</summary>
    public static IEnumerable<ExpectedFile> Of(ManifestItem item)
    {
        if (!item.IsReleased) return [];
        var surrogates = item.Plan.Where(static p => s_lookalikes.Contains(p.Operator))
            .CountBy(static p => p.Entity, StringComparer.Ordinal)
            .ToDictionary(static c => c.Key, static c => (long)c.Value, StringComparer.Ordinal);
        return item.Files.Select(f => new ExpectedFile(f.Source, f.Released().Sha256, surrogates));
    }
}
