namespace Redaction.Batch;

/// <summary>A file as the manifest knows it.</summary>
internal sealed record ExpectedFile(string Source, string Sha256, ManifestItem Item)
{
    // These write values that look like what they stand for.
    private static readonly string[] s_lookalikes = ["pseudonym", "shift-date", "generalise", "fpe", "mask"];

    /// <summary>The files of an item; none when nothing was released.</summary>
    public static IEnumerable<ExpectedFile> Of(ManifestItem item) =>
        item.IsReleased ? item.Files.Select(f => new ExpectedFile(f.Source, f.Released().Sha256, item)) : [];

    /// <summary>How many findings of each entity its replacements can give, where the manifest does not tell what they are.</summary>
    public Dictionary<string, long> Surrogates() => Item.HasAllWritten ? [] : Item.Plan
        .Where(static p => s_lookalikes.Contains(p.Operator))
        .CountBy(static p => p.Entity, StringComparer.Ordinal)
        .ToDictionary(static c => c.Key, static c => (long)c.Value, StringComparer.Ordinal);
}
