using System.Collections.Immutable;
using Redaction.Text;

namespace Redaction.Batch;

/// <summary>Runs new rules over inputs that were redacted before and tells what they decide otherwise; nothing is written and no value is
/// told.</summary>
public sealed class RecheckRunner
{
    private readonly RedactionEngine _redactor;

    /// <summary>Makes a runner; <see cref="RedactionEngineBuilder.ForScanning"/> makes the fitting redactor, whose policy is the new
    /// one.</summary>
    public RecheckRunner(RedactionEngine redactor)
    {
        ArgumentNullException.ThrowIfNull(redactor);
        _redactor = redactor;
    }

    /// <summary>Compares what the new rules decide with the manifest of the run before. Regions that overlap are the same place.</summary>
    /// <param name="options">The inputs of the run.</param>
    /// <param name="folder">The folder that the run wrote.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">An input does not exist, or there is no manifest.</exception>
    /// <exception cref="RedactionException">The manifest is not as the run wrote it.</exception>
    public ImmutableArray<RecheckChange> Run(BatchOptions options, string folder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var check = new RequestCheck(_redactor, options.Context, options.Fields, options.AllowUnmatched);
        var before = Manifest.Read(folder).Where(static i => i.IsReleased)
            .ToDictionary(static i => i.Main.Source, StringComparer.Ordinal);
        var changes = ImmutableArray.CreateBuilder<RecheckChange>();
        var spools = Directory.CreateTempSubdirectory("redact-recheck-");
        try
        {
            var items = BatchPlan.Make(options.Inputs, _redactor.Policy);
            var share = new ThreadShare(options.Threads);
            var processor = new ItemProcessor(
                _redactor, options, new NoOutput(),
                (notes, _) => new ManifestObserver(notes, new SafePaths(_redactor.Paths)), check, cancellationToken)
            { Share = share, Names = new(_redactor, options.Context, new(items)) { Refuses = false } };
            OrderedPump.Run(
                items, share,
                item => processor.Process(item, new PlanSpool(spools.FullName, $"{item.Index}")),
                result => Compare(result, before, changes), cancellationToken);
        }
        finally
        {
            spools.Delete(recursive: true);
        }
        return changes.ToImmutable();
    }

    private void Compare(ItemOutcome result, Dictionary<string, ManifestItem> before, ImmutableArray<RecheckChange>.Builder changes)
    {
        var source = result.Item.Main.RelativePath;
        if (result.Error is { } error)
        {
            changes.Add(new("unreadable", source, error, null, null));
        }
        else if ((before.GetValueOrDefault(source) ?? OfContent(result, before)) is not { } known)
        {
            changes.Add(new("not-known", source, "", null, null));
        }
        else if (IsOtherInput(known, result))
        {
            changes.Add(new("input-changed", source, "", null, null));
        }
        else
        {
            Compare(source, known.Plan, Manifest.ReadPlan(result.Spool), changes);
        }
    }

    /// <summary>What was read under another name: the policy of the run took other names for personal.</summary>
    private static ManifestItem? OfContent(ItemOutcome result, Dictionary<string, ManifestItem> before) =>
        before.Values.FirstOrDefault(i => (i.SealedName is not null || NameNumbers.IsGiven(i.Main.Source))
            && i.Main.Input?.Sha256 == result.Inputs[0].Sha256);

    private void Compare(
        string source, ImmutableArray<PlannedItem> before, ImmutableArray<PlannedItem> now, ImmutableArray<RecheckChange>.Builder changes)
    {
        var (old, found) = (before.ToLookup(static p => p.Place), now.ToLookup(static p => p.Place));
        foreach (var place in now)
        {
            var was = old[place.Place].FirstOrDefault(p => p.Region == place.Region) ?? old[place.Place].FirstOrDefault(place.Overlaps);
            if (was is null) changes.Add(new("newly-found", source, place.PlaceText, null, After(place)));
            else if (IsOther(was, place)) changes.Add(new("changed", source, place.PlaceText, Decision(was), After(place)));
        }
        foreach (var place in before)
        {
            if (!found[place.Place].Any(place.Overlaps))
                changes.Add(new("no-longer-found", source, place.PlaceText, Decision(place), null));
        }
    }

    // Sealing puts a token whatever the policy says, so only its entity and region can tell a change.
    private bool IsOther(PlannedItem was, PlannedItem now) =>
        was.Region != now.Region || was.Entity != now.Entity || (was.Operator != "token" && was.Operator != Operator(now));

    private static string Decision(PlannedItem place) => $"{place.Entity}/{place.Operator}";

    private string After(PlannedItem place) => $"{place.Entity}/{Operator(place)}";

    /// <summary>What the new policy names; a scan runs none of its operators.</summary>
    private string Operator(PlannedItem place) =>
        place.Rule < _redactor.Policy.Policy.Rules.Length ? _redactor.Policy.Policy.Rules[place.Rule].Operator : place.Operator;

    /// <summary>True when a file that was read both times is another one now, or the directory has other files.</summary>
    private static bool IsOtherInput(ManifestItem known, ItemOutcome result)
    {
        if (known.Parts.Length != result.Item.Parts.Length) return true;
        var before = known.Files.ToDictionary(static f => f.Source, static f => f.Input?.Sha256, StringComparer.Ordinal);
        return result.Item.Files.Zip(result.Inputs)
            .Any(f => before.TryGetValue(f.First.RelativePath, out var sha256) && sha256 != f.Second.Sha256);
    }
}
