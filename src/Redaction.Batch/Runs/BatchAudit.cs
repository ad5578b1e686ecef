using System.Collections.Immutable;
using System.Globalization;
using Redaction.Governance;

namespace Redaction.Batch;

/// <summary>Writes what a run did into the audit log of its output folder: digests, codes and counts, never a name or a value.</summary>
internal sealed class BatchAudit : IDisposable
{
    /// <summary>The detail of the record of an export that holds the digest of the report.</summary>
    public const string ReportDetail = "report";

    private const string Actor = "redact";
    private readonly AuditLog _log;
    private readonly LoadedPolicy _policy;
    private readonly Dictionary<(string Event, string? Artefact, string Input), int> _told = [];

    /// <exception cref="RedactionException">The log of an earlier run was changed.</exception>
    public BatchAudit(string path, LoadedPolicy policy, ManifestSwitches switches, BatchOptions options, int items)
    {
        _policy = policy;
        if (options.Resume)
            foreach (var told in AuditLog.ReadEvents(path))
                if (told.Event is AuditEvents.Transform or AuditEvents.Quarantine)
                    _told[KeyOf(told)] = _told.GetValueOrDefault(KeyOf(told)) + 1;
        _log = AuditLog.Open(path, options.Signer, options.Time);
        Append(AuditEvents.Ingest, null, Text("policy", policy.Policy.Id).Add("engine", EngineVersion.Current)
            .Add("switches", switches.ToJson()), Number("items", items));
    }

    public void Add(ItemOutcome result)
    {
        var details = Text("kind", result.Kind);
        for (var i = 0; i < result.Inputs.Length; i++) details = details.Add(Name("input", "transcriptInput", i), result.Inputs[i].Sha256);
        if (result.Error is { } error)
        {
            AppendOnce(AuditEvents.Quarantine, null, details.Add("error", error).Add("component", result.Component ?? ""),
                ImmutableSortedDictionary<string, long>.Empty);
            return;
        }
        for (var i = 1; i < result.Outputs.Length; i++)
            details = details.Add(Name("output", "transcriptOutput", i), result.Outputs[i].Sha256);
        AppendOnce(AuditEvents.Transform, result.Outputs[0].Sha256, details,
            result.Counts.Entities.ToImmutableSortedDictionary(StringComparer.Ordinal).Add("kept-by-policy", result.Counts.Kept));
    }

    /// <summary>A recording has its transcript as second file; a directory that is one item has more, numbered from 3.</summary>
    private static string Name(string first, string second, int index) =>
        index switch { 0 => first, 1 => second, _ => string.Create(CultureInfo.InvariantCulture, $"{first}{index + 1}") };

    /// <summary>Binds the manifest and the report to the log.</summary>
    public void Finish(FileDigest manifest, FileDigest report, BatchSummary total) =>
        Append(AuditEvents.Export, manifest.Sha256,
            Text("file", Manifest.FileName).Add(ReportDetail, report.Sha256),
            Number("done", total.Done).Add("failed", total.Failed));

    public void Dispose() => _log.Dispose();

    /// <summary>Adds an event unless a run that was stopped after it had told it already.</summary>
    private void AppendOnce(string kind, string? artefact, ImmutableSortedDictionary<string, string> details,
        ImmutableSortedDictionary<string, long> counts)
    {
        var key = KeyOf(new(kind) { Artefact = artefact, Details = details });
        if (_told.TryGetValue(key, out var left) && left > 0) _told[key] = left - 1;
        else Append(kind, artefact, details, counts);
    }

    private static (string Event, string? Artefact, string Input) KeyOf(AuditEvent told) =>
        (told.Event, told.Artefact, told.Details.GetValueOrDefault("input") ?? "");

    private void Append(string kind, string? artefact, ImmutableSortedDictionary<string, string> details,
        ImmutableSortedDictionary<string, long> counts) =>
        _log.Append(new(kind) { Actor = Actor, Artefact = artefact, Policy = _policy.Sha256, Details = details, Counts = counts });

    private static ImmutableSortedDictionary<string, string> Text(string name, string value) =>
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(name, value);

    private static ImmutableSortedDictionary<string, long> Number(string name, long value) =>
        ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal).Add(name, value);
}
