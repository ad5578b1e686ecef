namespace Redaction.Batch;

/// <summary>What came of an item, as a manifest tells it.</summary>
internal static class MergedItem
{
    public static ItemOutcome Outcome(ManifestItem item)
    {
        var (main, rest) = (FileOf(item.Main), item.Parts);
        var batch = new BatchItem(0, main, item.Transcript is { } transcript ? FileOf(transcript) : null)
        {
            Parts = [.. rest.Select(FileOf)],
        };
        var notes = new ItemNotes(batch, new PlanSpool(".", ""));
        var inputs = item.Files.Select(static f => f.Input).OfType<FileDigest>();
        if (item.Error is { } error)
            return new(notes, null, [.. inputs], [], new RedactionException(error, item.Component ?? "batch", item.Advice));
        var format = KeptItems.FormatOf(item) ?? throw MergedShard.Changed(Manifest.FileName);
        KeptItems.Tell(item, notes);
        return new(notes, new KeptFile(item, format) { Figures = "" }, [.. inputs],
            [.. item.Files.Select(static f => f.Output).OfType<FileDigest>()]);
    }

    private static InputFile FileOf(ManifestFile file) => new(file.Source, file.Source);
}
