using Redaction.Governance;

namespace Redaction.Batch;

/// <summary>Enters what a run released into the project's store: who appears where, and the files.</summary>
internal sealed class StoreRecorder(ProjectStore store, string root, string dataset, DateTimeOffset? retainUntil)
{
    public void Add(ItemResult result)
    {
        if (result.Error is not null) return;
        var source = result.Item.Main.RelativePath;
        store.Subjects.Add(dataset, source, result.Seen.Select(s => new SubjectSighting(dataset, source, s.Line, s.Type, s.Identity)));
        var files = result.Item.Files.ToArray();
        for (var i = 0; i < result.Outputs.Count; i++) AddFile(files[i].RelativePath, source, "output", result.Outputs[i]);
    }

    public void AddFile(string relative, string source, string kind, FileDigest digest) =>
        store.Artefacts.Add(new(Path.Combine(root, relative.Replace('/', Path.DirectorySeparatorChar)), dataset, source, kind, digest.Sha256, digest.Bytes, store.Time.GetUtcNow()) { RetainUntil = retainUntil });
}
