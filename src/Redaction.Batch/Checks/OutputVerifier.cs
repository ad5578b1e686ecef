using System.Collections.Immutable;
using Redaction.Governance;
using Redaction.Text;

namespace Redaction.Batch;

/// <summary>Verifies redacted output: the files are those of the manifest, the manifest is that of the audit log, the log is intact, and
/// nothing is found any more that the run looked for.</summary>
public sealed class OutputVerifier
{
    private readonly LoadedPolicy? _policy;
    private readonly List<OutputProblem> _problems = [];

    /// <summary>Makes a verifier that searches as the run did: with the policy and the switches in its manifest.</summary>
    /// <param name="policy">The policy, where the manifest does not hold it, or another one is to decide; null: the manifest's own.</param>
    public OutputVerifier(LoadedPolicy? policy = null) => _policy = policy;

    /// <summary>Searches wider too: with all detectors at a low score, and the larger models. What only that finds is told and is no fault.
    /// </summary>
    public bool SearchesWider { get; init; }

    /// <summary>Manifests of the detectors outside the library that the run searched with, where the policy does not name them.</summary>
    public ImmutableArray<string> Plugins { get; init; } = [];

    /// <summary>Verifies an output folder. One verifier verifies one folder.</summary>
    /// <param name="folder">What <see cref="BatchRunner"/> wrote.</param>
    /// <param name="threads">How many files are looked through at once.</param>
    /// <param name="signer">Who is to have signed the audit log; null leaves signatures unchecked.</param>
    /// <param name="trusted">A head of the audit log that was kept elsewhere.</param>
    /// <param name="cancellationToken">Stops the verification.</param>
    /// <exception cref="ArgumentException">There is no manifest in the folder, or it does not hold the policy.</exception>
    /// <exception cref="RedactionException">The manifest is not as the run wrote it.</exception>
    public OutputReport Verify(
        string folder, int threads, AuditSigner? signer = null, AuditHead? trusted = null, CancellationToken cancellationToken = default)
    {
        var root = Path.GetFullPath(folder);
        var manifest = Manifest.PathIn(root);
        var items = Manifest.Read(root).ToList();
        var entries = new Dictionary<string, ExpectedFile>(StringComparer.Ordinal);
        foreach (var entry in items.SelectMany(ExpectedFile.Of)) entries[entry.Source] = entry;
        new FolderCheck(root, _problems).Run(
            entries, [.. items.Where(static i => !i.IsReleased).SelectMany(static i => i.Files.Select(f => (f.Source, i.Error!)))]);
        var log = CompareLog(root, manifest, signer, trusted);
        var files = entries.Keys.Order(StringComparer.Ordinal)
            .Select(s => new InputFile(Path.Combine(root, s), s)).Where(static f => File.Exists(f.FullPath)).ToList();
        var surrogates = items.Count == 0 ? 0 : Search(items[0], files, entries, threads, cancellationToken);
        Tell(items);
        var problems = _problems.OrderBy(static p => p.Source, StringComparer.Ordinal).ThenBy(static p => p.Kind, StringComparer.Ordinal);
        return new(files.Count, surrogates, log?.Head?.Size ?? 0, log?.Signatures ?? 0, [.. problems]);
    }

    /// <summary>Names of files that no run wrote are redacted before they are told.</summary>
    private void Tell(List<ManifestItem> items)
    {
        if (!_problems.Exists(IsStranger)) return;
        var policy = _policy ?? (items.Count > 0 ? PolicyCopy.Read(items[0]) : PolicyFile.Load("default"));
        var redactor = new RedactionEngineBuilder().UsePolicy(policy).ForScanning().Build().Text;
        for (var i = 0; i < _problems.Count; i++)
            if (IsStranger(_problems[i]))
                _problems[i] = _problems[i] with { Source = string.Join('/', _problems[i].Source.Split('/').Select(Safe)) };

        string Safe(string name) =>
            FileNameSearch.Find(redactor, Path.GetFileNameWithoutExtension(name), RedactionContext.Default).Count > 0
                ? "[name]" + Path.GetExtension(name) : name;

        static bool IsStranger(OutputProblem problem) => problem.Kind is "unlisted" or "link";
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
        if (!report.IsIntact) return report;
        ShardLogs.Verify(root, signer, _problems);
        var exported = ExportedManifest.In(path);
        if (exported.Manifest != FolderCheck.Digest(manifest))
            _problems.Add(new("manifest", Manifest.FileName, "another digest than in the audit log"));
        var page = Path.Combine(root, FolderOutput.Report);
        if (exported.Report is { } digest && (!File.Exists(page) || FolderCheck.Digest(page) != digest))
            _problems.Add(new("changed", FolderOutput.Report, "another digest than in the audit log"));
        return report;
    }

    /// <returns>How many findings replacements account for.</returns>
    private long Search(
        ManifestItem first, List<InputFile> files, Dictionary<string, ExpectedFile> entries, int threads,
        CancellationToken cancellationToken)
    {
        var switches = first.Switches;
        var options = new BatchOptions
        {
            Inputs = [],
            Threads = threads,
            ThumbnailSide = 0,
            Context = switches?.Context ?? RedactionContext.Default,
            Fields = [.. switches?.Fields.Select(static f => new Glob(f)) ?? []],
        };
        var policy = _policy ?? PolicyCopy.Read(first);
        var builder = new RedactionEngineBuilder().UsePolicy(policy).With(switches?.Search ?? new()).ForScanning();
        foreach (var plugin in Plugins) builder.AddPlugin(plugin);
        var engine = builder.Build();
        if (switches?.Search.Plugins.Except(engine.Switches.Plugins).FirstOrDefault() is { } missing)
            throw new ArgumentException($"The run searched with the plug-in '{missing}': give its manifest with --plugin FILE, or the "
                + "policy that names it with --policy FILE.");
        var own = new ResidueFinder(engine, "residue");
        own.Find(files, entries, options, cancellationToken);
        _problems.AddRange(own.Problems);
        if (SearchesWider) SearchWider(files, entries, options with { Fields = [] }, own, cancellationToken);
        return own.Explained;
    }

    private void SearchWider(
        List<InputFile> files, Dictionary<string, ExpectedFile> entries, BatchOptions options, ResidueFinder own,
        CancellationToken cancellationToken)
    {
        var all = LoadedPolicy.Of(new("widest", new PolicyRule("erase"))) with { Unsearched = UnsearchedChoice.Keep };
        var switches = new SearchSwitches
        {
            Quality = DetectionQuality.Accurate,
            WrittenText = Image.WrittenTextMode.All,
            MinScore = Scores.Suppressed,
        };
        var wide = new ResidueFinder(
            new RedactionEngineBuilder().UsePolicy(all).With(switches).ForScanning().Build(), OutputProblem.Wider);
        wide.Find(files, entries, options, cancellationToken);
        var known = own.Problems.Select(static p => (p.Source, p.Place)).ToHashSet();
        _problems.AddRange(wide.Problems.Where(p => p.Kind == OutputProblem.Wider && !known.Contains((p.Source, p.Place))));
    }
}
