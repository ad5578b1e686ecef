using Redaction.Governance;

namespace Redaction.Batch;

/// <summary>Enters what a run released into the project's store: who appears where, and the files.</summary>
internal sealed class StoreRecorder(ProjectStore store, string root, string dataset, DateTimeOffset? retainUntil)
{
    public void Add(ItemOutcome result)
    {
        if (result.Error is not null) return;
        var source = result.Item.Main.RelativePath;
        var sightings = result.Notes.Seen.Select(s => new SubjectSighting(dataset, source, s.Line, s.Type, s.Identity));
        var outputs = result.Item.Files.Zip(result.Outputs, (file, digest) => Artefact(file.RelativePath, source, "output", digest));
        store.Record(dataset, source, sightings, outputs);
    }

    public void AddFile(string relative, string source, string kind, FileDigest digest) =>
        store.Artefacts.Add(Artefact(relative, source, kind, digest));

    private RegisteredFile Artefact(string relative, string source, string kind, FileDigest digest)
    {
        var path = Path.Combine(root, relative.Replace('/', Path.DirectorySeparatorChar));
        return new(path, dataset, source, kind, digest.Sha256, digest.Bytes, store.Time.GetUtcNow()) { RetainUntil = retainUntil };
    }
}
