using System.Security.Cryptography;
using Redaction.Governance;

namespace Redaction.Batch;

/// <summary>Verifies redacted output: the files are those of the manifest, the manifest is that of the audit log, the log is intact, and
/// nothing is found any more.</summary>
public sealed class OutputVerifier
{
    private readonly RedactionEngine _redactor;
    private readonly List<OutputProblem> _problems = [];
    private long _surrogates;

    /// <summary>Makes a verifier that looks with the detectors and the policy of <paramref name="redactor"/>
    /// (<see cref="RedactionEngineBuilder.ForScanning"/>).</summary>
    public OutputVerifier(RedactionEngine redactor)
    {
        ArgumentNullException.ThrowIfNull(redactor);
        _redactor = redactor;
    }

    /// <summary>Verifies an output folder. One verifier verifies one folder.</summary>
    /// <param name="folder">What <see cref="BatchRunner"/> wrote.</param>
    /// <param name="threads">How many files are looked through at once.</param>
    /// <param name="signer">Who is to have signed the audit log; null leaves signatures unchecked.</param>
    /// <param name="trusted">A head of the audit log that was kept elsewhere.</param>
    /// <param name="cancellationToken">Stops the verification.</param>
    /// <exception cref="ArgumentException">There is no manifest in the folder.</exception>
    /// <exception cref="RedactionException">The manifest is not as the run wrote it.</exception>
    public OutputReport Verify(
        string folder, int threads, AuditSigner? signer = null, AuditHead? trusted = null, CancellationToken cancellationToken = default)
    {
        var root = Path.GetFullPath(folder);
        var manifest = Manifest.PathIn(root);
        var entries = new Dictionary<string, ExpectedFile>(StringComparer.Ordinal);
        foreach (var entry in Manifest.Read(root).SelectMany(ExpectedFile.Of)) entries[entry.Source] = entry;
        CompareFiles(root, entries);
        var log = CompareLog(root, manifest, signer, trusted);
        var files = entries.Keys.Select(s => new InputFile(Path.Combine(root, s), s)).Where(static f => File.Exists(f.FullPath)).ToList();
        LookThrough(files, entries, threads, cancellationToken);
        var problems = _problems.OrderBy(static p => p.Source, StringComparer.Ordinal).ThenBy(static p => p.Kind, StringComparer.Ordinal);
        return new(files.Count, _surrogates, log?.Head?.Size ?? 0, log?.Signatures ?? 0, [.. problems]);
    }

    private void CompareFiles(string root, Dictionary<string, ExpectedFile> entries)
    {
        foreach (var entry in entries.Values)
        {
            var path = Path.Combine(root, entry.Source);
            if (!File.Exists(path)) _problems.Add(new("missing", entry.Source, "not there"));
            else if (Digest(path) != entry.Sha256) _problems.Add(new("changed", entry.Source, "another digest than in the manifest"));
        }
        foreach (var file in InputWalk.Walk([root]))
        {
            var own = file.RelativePath is Manifest.FileName or FolderOutput.Report or FolderOutput.Audit
                || file.RelativePath.StartsWith(FolderOutput.Quarantine + "/", StringComparison.Ordinal);
            if (!own && !entries.ContainsKey(file.RelativePath)) _problems.Add(new("unlisted", file.RelativePath, "not in the manifest"));
        }
    }

    private AuditReport? CompareLog(string root, string manifest, AuditSigner? signer, AuditHead? trusted)
    {
        var path = Path.Combine(root, FolderOutput.Audit);
        if (!File.Exists(path))
        {
            _problems.Add(new("audit", FolderOutput.Audit, "not there"));
            return null;
        }
        var report = AuditVerifier.VerifyFile(path, signer, trusted);
        foreach (var problem in report.Problems) _problems.Add(new("audit", FolderOutput.Audit, $"line {problem.Line}: {problem.Message}"));
        if (report.IsIntact && ExportedManifest.DigestIn(path) != Digest(manifest))
            _problems.Add(new("manifest", Manifest.FileName, "another digest than in the audit log"));
        return report;
    }

    private void LookThrough(
        List<InputFile> files, Dictionary<string, ExpectedFile> entries, int threads, CancellationToken cancellationToken)
    {
        var spools = Directory.CreateTempSubdirectory("redact-verify-");
        try
        {
            var options = new BatchOptions { Inputs = [], Threads = threads, ThumbnailSide = 0 };
            var processor = new ItemProcessor(
                _redactor, options, new NoOutput(), static (notes, _) => new ResidueObserver(notes),
                new(_redactor, options.Context, [], allowUnmatched: true), cancellationToken);
            OrderedPump.Run(
                BatchPlan.Make(files, _redactor.Policy), threads,
                item => processor.Process(item, new PlanSpool(spools.FullName, $"{item.Index}")),
                result => Weigh(result, entries), cancellationToken);
        }
        finally
        {
            spools.Delete(recursive: true);
        }
    }

    private void Weigh(ItemOutcome result, Dictionary<string, ExpectedFile> entries)
    {
        var source = result.Item.Main.RelativePath;
        if (result.Error is { } error) _problems.Add(new("unreadable", source, error));
        var allowed = entries[source].Surrogates;
        foreach (var (entity, count) in result.Counts.Entities)
        {
            var explained = Math.Min(count, allowed.GetValueOrDefault(entity));
            _surrogates += explained;
            if (count > explained) _problems.Add(new("residue", source, entity, count - explained));
        }
    }

    private static string Digest(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
