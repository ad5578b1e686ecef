using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Redaction.Batch;

/// <summary>Runs new rules over inputs that were redacted before and tells what they decide otherwise; nothing is written and no value is told.</summary>
public sealed class RecheckRunner
{
    private readonly RedactionEngine _redactor;

    /// <summary>Makes a runner; <see cref="RedactionEngineBuilder.ForScanning"/> makes the fitting redactor, whose policy is the new one.</summary>
    public RecheckRunner(RedactionEngine redactor)
    {
        ArgumentNullException.ThrowIfNull(redactor);
        _redactor = redactor;
    }

    /// <summary>Compares what the new rules decide with the manifest of the run before. Regions that overlap are the same place.</summary>
    /// <param name="options">The inputs of the run.</param>
    /// <param name="folder">The folder that the run wrote.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">An input does not exist, or there is no manifest.</exception>
    /// <exception cref="RedactionException">The manifest is not as the run wrote it.</exception>
    public ImmutableArray<RecheckChange> Run(BatchOptions options, string folder, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var before = ReadManifest(folder);
        var changes = ImmutableArray.CreateBuilder<RecheckChange>();
        var spools = Directory.CreateTempSubdirectory("redact-recheck-");
        try
        {
            var processor = new ItemProcessor(_redactor, options, new NoOutput(), result => new ManifestObserver(result, new SafePaths(_redactor.Paths)), cancellation);
            OrderedPump.Run(BatchPlan.Make(options.Inputs, _redactor.Policy), options.Threads, item => processor.Process(item, new PlanSpool(spools.FullName, $"{item.Index}")), result => Compare(result, before, changes), cancellation);
        }
        finally
        {
            spools.Delete(recursive: true);
        }
        return changes.ToImmutable();
    }

    private void Compare(ItemResult result, Dictionary<string, (string Input, List<PlannedPlace> Plan)> before, ImmutableArray<RecheckChange>.Builder changes)
    {
        var source = result.Item.Main.RelativePath;
        if (result.Error is { } error)
        {
            changes.Add(new("unreadable", source, error, null, null));
        }
        else if (!before.TryGetValue(source, out var known))
        {
            changes.Add(new("not-known", source, "", null, null));
        }
        else if (known.Input != result.Inputs[0].Sha256)
        {
            changes.Add(new("input-changed", source, "", null, null));
        }
        else
        {
            Compare(source, known.Plan, PlanOf(result), changes);
        }
    }

    private void Compare(string source, List<PlannedPlace> before, List<PlannedPlace> now, ImmutableArray<RecheckChange>.Builder changes)
    {
        var (old, found) = (before.ToLookup(static p => p.Part), now.ToLookup(static p => p.Part));
        foreach (var place in now)
        {
            var was = old[place.Part].FirstOrDefault(p => p.Text == place.Text) ?? old[place.Part].FirstOrDefault(place.Overlaps);
            if (was is null) changes.Add(new("newly-found", source, place.Text, null, After(place)));
            // Sealing puts a token whatever the policy says, so only its entity and region can tell a change.
            else if (was.Text != place.Text || was.Entity != place.Entity || (was.Operator != "token" && was.Operator != Operator(place)))
                changes.Add(new("changed", source, place.Text, $"{was.Entity}/{was.Operator}", After(place)));
        }
        foreach (var place in before)
            if (!found[place.Part].Any(place.Overlaps)) changes.Add(new("no-longer-found", source, place.Text, $"{place.Entity}/{place.Operator}", null));
    }

    private string After(PlannedPlace place) => $"{place.Entity}/{Operator(place)}";

    /// <summary>What the new policy names; a scan runs none of its operators.</summary>
    private string Operator(PlannedPlace place) => place.Rule < _redactor.Policy.Policy.Rules.Length ? _redactor.Policy.Policy.Rules[place.Rule].Operator : place.Operator;

    private static List<PlannedPlace> PlanOf(ItemResult result)
    {
        using var plan = new MemoryStream();
        plan.Write("["u8);
        result.Spool.CopyTo(plan);
        plan.Write("]"u8);
        using var parsed = JsonDocument.Parse(plan.ToArray());
        return [.. parsed.RootElement.EnumerateArray().Select(PlannedPlace.Read)];
    }

    private static Dictionary<string, (string Input, List<PlannedPlace> Plan)> ReadManifest(string folder)
    {
        var path = Path.Combine(folder, FolderOutput.Manifest);
        if (!File.Exists(path)) throw new ArgumentException($"There is no {FolderOutput.Manifest} in '{folder}': give the folder that 'redact run' wrote.", nameof(folder));
        var items = new Dictionary<string, (string, List<PlannedPlace>)>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(path, Encoding.UTF8))
        {
            try
            {
                using var parsed = JsonDocument.Parse(line);
                var item = parsed.RootElement;
                if (item.GetProperty("status").GetString() != "redacted") continue;
                items[item.GetProperty("source").GetString()!] =
                    (item.GetProperty("input").GetProperty("sha256").GetString()!, [.. item.GetProperty("plan").EnumerateArray().Select(PlannedPlace.Read)]);
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new RedactionException(ErrorCodes.Malformed, "manifest", "A line is not as the run wrote it.", e.GetType());
            }
        }
        return items;
    }
}
