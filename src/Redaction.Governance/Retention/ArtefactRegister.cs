using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Redaction.Governance;

/// <summary>Every file that was written for a project, until when it may be kept, and which data sets are on hold.</summary>
/// <remarks>Thread-safe. Files that others copied are not in it; certificates say so.</remarks>
public sealed class ArtefactRegister : IDisposable
{
    private readonly Journal _journal;
    private readonly SortedDictionary<string, Artefact> _artefacts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _holds = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    internal ArtefactRegister(string path, LineChain chain) => _journal = Journal.Open(path, chain, (line, _, _) => Read(line));

    /// <summary>All artefacts, by path; deleted ones too.</summary>
    public ImmutableArray<Artefact> All
    {
        get
        {
            lock (_lock) return [.. _artefacts.Values];
        }
    }

    /// <summary>Data sets on hold, with the reason.</summary>
    public ImmutableSortedDictionary<string, string> Holds
    {
        get
        {
            lock (_lock) return _holds.ToImmutableSortedDictionary(StringComparer.Ordinal);
        }
    }

    /// <summary>Takes in an artefact, or what is new about it.</summary>
    /// <exception cref="RedactionException">The register cannot be written.</exception>
    public void Add(Artefact artefact)
    {
        ArgumentNullException.ThrowIfNull(artefact);
        lock (_lock)
        {
            _journal.Append(json => Write(json, artefact));
            _artefacts[artefact.Path] = artefact;
        }
    }

    /// <summary>Puts a data set on hold, so that nothing of it is deleted, or lifts the hold.</summary>
    /// <param name="dataset">Name of the data set.</param>
    /// <param name="reason">Why; null lifts the hold.</param>
    public void Hold(string dataset, string? reason)
    {
        ArgumentException.ThrowIfNullOrEmpty(dataset);
        lock (_lock)
        {
            _journal.Append(json =>
            {
                json.WriteString("onHold", dataset);
                json.WriteString("reason", reason);
            });
            SetHold(dataset, reason);
        }
    }

    /// <summary>The artefacts that are to be deleted by now and are not on hold.</summary>
    public ImmutableArray<Artefact> Due(DateTimeOffset now)
    {
        lock (_lock) return [.. _artefacts.Values.Where(a => a.Deleted is null && a.RetainUntil <= now && !_holds.ContainsKey(a.Dataset))];
    }

    /// <summary>The artefacts made from a file of a data set that are not deleted.</summary>
    public ImmutableArray<Artefact> Of(string dataset, string source)
    {
        lock (_lock) return [.. _artefacts.Values.Where(a => a.Deleted is null && a.Dataset == dataset && a.Source == source)];
    }

    /// <summary>The data set that a file belongs to; null when it is not in the register.</summary>
    public string? DatasetOf(string path)
    {
        lock (_lock) return _artefacts.GetValueOrDefault(Path.GetFullPath(path))?.Dataset;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _journal.Dispose();

    private void SetHold(string dataset, string? reason)
    {
        if (reason is null) _holds.Remove(dataset);
        else _holds[dataset] = reason;
    }

    private void Read(JsonElement line)
    {
        if (line.TryGetProperty("onHold", out var dataset))
        {
            SetHold(dataset.GetString()!, line.GetProperty("reason").GetString());
            return;
        }
        var artefact = new Artefact(
            line.GetProperty("path").GetString()!, line.GetProperty("dataset").GetString()!, line.GetProperty("source").GetString()!,
            line.GetProperty("kind").GetString()!, line.GetProperty("sha256").GetString()!, line.GetProperty("bytes").GetInt64(), line.GetProperty("written").GetDateTimeOffset())
        {
            RetainUntil = Time(line, "retainUntil"),
            Deleted = Time(line, "deleted"),
            Recipient = line.TryGetProperty("recipient", out var recipient) ? recipient.GetString() : null,
        };
        _artefacts[artefact.Path] = artefact;
    }

    private static void Write(Utf8JsonWriter json, Artefact artefact)
    {
        json.WriteString("path", artefact.Path);
        json.WriteString("dataset", artefact.Dataset);
        json.WriteString("source", artefact.Source);
        json.WriteString("kind", artefact.Kind);
        json.WriteString("sha256", artefact.Sha256);
        json.WriteNumber("bytes", artefact.Bytes);
        json.WriteString("written", Text(artefact.Written));
        if (artefact.RetainUntil is { } until) json.WriteString("retainUntil", Text(until));
        if (artefact.Recipient is { } recipient) json.WriteString("recipient", recipient);
        if (artefact.Deleted is { } deleted) json.WriteString("deleted", Text(deleted));
    }

    private static DateTimeOffset? Time(JsonElement line, string name) => line.TryGetProperty(name, out var time) ? time.GetDateTimeOffset() : null;

    private static string Text(DateTimeOffset time) => time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
}
