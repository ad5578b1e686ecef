using System.Buffers;
using Redaction.Audio;

namespace Redaction.Batch;

/// <summary>Says which items an earlier run redacted as this one would, and finds what is to be told of them.</summary>
internal sealed class KeptItems
{
    private readonly EarlierLines _lines;
    private readonly RedactionEngine _engine;
    private readonly BatchOptions _options;
    private readonly string _root;
    private readonly string _dataset;
    private readonly bool _isHeld;
    private readonly string _switches;
    private readonly Dictionary<string, string> _models;

    public KeptItems(EarlierLines lines, RedactionEngine engine, BatchOptions options, string root, string dataset, bool isHeld)
    {
        (_lines, _engine, _options, _root, _dataset, _isHeld) = (lines, engine, options, root, dataset, isHeld);
        _switches = ManifestSwitches.Of(engine, options).ToJson();
        _models = engine.Stamp.ModelsOf(images: true, sound: true).ToDictionary(static m => m.Id, static m => $"{m.Version}:{m.Sha256}");
    }

    /// <summary>What came of an item in an earlier run; null where it is to be redacted.</summary>
    public ItemOutcome? Find(BatchItem item, ItemNotes notes)
    {
        if (item.Main.Error is not null || _lines.Find(item.Main.RelativePath) is not { } line) return null;
        if (ManifestItem.Read(line) is not { IsReleased: true } known || !IsOfThisRun(known)) return null;
        if (FormatOf(known) is not { } format) return null;
        var files = item.Files.ToArray();
        if (!known.Files.Select(static f => f.Source).SequenceEqual(files.Select(static f => f.RelativePath))) return null;
        foreach (var (file, before) in files.Zip(known.Files))
            if (DigestOf(file.FullPath) != before.Input || DigestOf(PlaceOf(file)) != before.Output) return null;
        if (!IsRecorded(item, known)) return null;
        Tell(known, notes);
        notes.Spool.Write(line);
        return new(notes, new KeptFile(known, format), [.. known.Files.Select(static f => f.Input!.Value)],
            [.. known.Files.Select(static f => f.Output!.Value)])
        { IsKept = true };
    }

    private string PlaceOf(InputFile file) => Path.Combine(_root, file.RelativePath.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>The format that a manifest names; null where there is none of that name.</summary>
    public static IFileFormat? FormatOf(ManifestItem item) =>
        item.Format == KaldiDirectory.Format.Id ? KaldiDirectory.Format : FileFormats.All.FirstOrDefault(f => f.Id == item.Format);

    /// <summary>True where everything that decides is what it was.</summary>
    private bool IsOfThisRun(ManifestItem known) =>
        known.Policy == new PolicyOrigin(_engine.Policy.Policy.Id, _engine.Policy.Sha256)
        && known.Extends.SequenceEqual(_engine.Policy.Extends)
        && known.Switches?.ToJson() == _switches
        && known.Stamp.Engine == EngineVersion.Current
        && known.Stamp.Detectors == _engine.Stamp.Detectors
        && known.Stamp.Lexicons == RedactionStamp.Lexicons
        && known.Stamp.Key == _engine.Stamp.Key
        && known.Stamp.Models.All(m => _models.GetValueOrDefault(m.Key) == m.Value)
        && known.RetainUntil == _options.RetainUntil
        && known.IsHeld == _isHeld
        && known.HasTextPlan == _options.ManifestHasTextPlans
        && (known.Refused.IsEmpty || !_options.RefusesBadRecords);

    /// <summary>True where the store, if there is one, knows the outputs.</summary>
    private bool IsRecorded(BatchItem item, ManifestItem known)
    {
        if (_options.Store is not { } store) return true;
        var registered = store.Artefacts.Of(_dataset, item.Main.RelativePath).Select(static a => (a.Path, a.Sha256)).ToHashSet();
        return item.Files.Zip(known.Files).All(f => registered.Contains((PlaceOf(f.First), f.Second.Released().Sha256)));
    }

    private static FileDigest? DigestOf(string path)
    {
        try
        {
            if (new FileInfo(path) is not { Exists: true, LinkTarget: null }) return null;
            using var content = new InputContent(path);
            return content.Digest();
        }
        catch (RedactionException)
        {
            return null;
        }
    }

    /// <summary>Counts what was found then.</summary>
    public static void Tell(ManifestItem known, ItemNotes notes)
    {
        var media = known.Plan.CountBy(static p => (p.Entity, Medium: MediumOf(p.Region)))
            .ToDictionary(static c => c.Key, static c => (long)c.Value);
        foreach (var (entity, count) in known.Entities)
        {
            var planned = media.Where(m => m.Key.Entity == entity).Sum(static m => m.Value);
            if (count > planned) media[(entity, Medium.Text)] = media.GetValueOrDefault((entity, Medium.Text)) + count - planned;
        }
        notes.Counts.Add(ItemCounts.Of(known.Entities, known.Operators, media, known.Kept));
        notes.Refused.AddRange(known.Refused);
        notes.Unsearched = new(StringComparer.Ordinal);
        if (known.Search is not null) Count(known.Search, notes.Unsearched);
    }

    private static void Count(ManifestSearch search, SortedDictionary<string, long> counts)
    {
        foreach (var (name, count) in search.Places) counts[name] = counts.GetValueOrDefault(name) + count;
        foreach (var part in search.Parts.Values) Count(part, counts);
    }

    private static string MediumOf(PlannedRegion region) =>
        region.Box is not null ? Medium.Image : region.Time is not null ? Medium.Audio : Medium.Text;
}
