using System.Collections.Frozen;
using System.Collections.Immutable;
using Redaction.Image;

namespace Redaction;

/// <summary>Which detectors run: by id, by entity, by locale, without those that the policy disables.</summary>
internal sealed class DetectorSelection
{
    private const string Patterns = "patterns";
    private const string WrittenText = "written-text";

    public ImmutableArray<string> Detectors { get; set; } = [];

    public ImmutableArray<string> Entities { get; set; } = [];

    public ImmutableArray<string> Locales { get; set; } = [];

    public ImmutableArray<Glob> Disabled { get; private init; } = [];

    /// <summary>The selection as it is now, without the detectors that a policy disables.</summary>
    public DetectorSelection Snapshot(ImmutableArray<Glob> disabled) =>
        new() { Detectors = Detectors, Entities = Entities, Locales = Locales, Disabled = disabled };

    /// <param name="detectors">The text detectors that there are.</param>
    /// <param name="images">Image detectors of the caller's own, which may be named too.</param>
    /// <exception cref="ArgumentException">A name fits nothing there is.</exception>
    public ImmutableArray<ITextDetector> Select(ImmutableArray<ITextDetector> detectors, ImmutableArray<IImageDetector> images)
    {
        CheckNames(detectors.Select(static d => d.Info).Concat(images.Select(static d => d.Info)));
        var foreign = Foreign();
        return [.. detectors.Where(d => Runs(d.Info, d is SharedNames or PluginDetector)).Select(d => Narrow(d, foreign))];
    }

    /// <summary>Those detectors that a rule of the policy, an entity or an id asks for by name.</summary>
    public IEnumerable<ITextDetector> Requested(ImmutableArray<ITextDetector> onRequest, RedactionPolicy policy) =>
        onRequest.Where(
            d => Detectors.Contains(d.Info.Id)
                || d.Info.Types.Any(t => Entities.Contains(t.Name) || policy.Rules.Any(r => r.Entities.Contains(new Glob(t.Name)))));

    /// <summary>Refiners run when they are not disabled and no detectors are named, or they or <c>patterns</c> are.</summary>
    public ImmutableArray<IFindingRefiner<TextSource, TextSpan>> Select(
        IEnumerable<IFindingRefiner<TextSource, TextSpan>> refiners, ImmutableArray<string> allow)
    {
        var foreign = Foreign();
        return
        [
            .. refiners.Where(
                r => !Disabled.Any(g => g.Matches(r.Id))
                    && (Detectors.IsEmpty || Detectors.Any(d => d == Patterns || new Glob(d).Matches(r.Id))))
                .Select(r => Entities.IsEmpty && allow.IsEmpty && foreign.Count == 0
                    ? r
                    : new RefinerSelection(r, t => IsWanted(t) && !foreign.Contains(t.Name), allow)),
        ];
    }

    /// <summary>Entities that only detectors of locales find which were not asked for: a refiner does not find them either.</summary>
    private FrozenSet<string> Foreign()
    {
        if (Locales.IsEmpty) return FrozenSet<string>.Empty;
        var infos = RedactionCatalog.Detectors.Select(static d => d.Info).ToArray();
        var own = infos.Where(i => i.Locale is null || Locales.Any(i.BelongsTo)).SelectMany(static i => i.Types).ToHashSet();
        return infos.SelectMany(static i => i.Types).Where(t => !own.Contains(t) || IsElsewhere(t)).Select(static t => t.Name)
            .ToFrozenSet(StringComparer.Ordinal);

        // What finds numbers by their labels, in any country, belongs to none: the name of the entity tells the country.
        bool IsElsewhere(EntityType type) => type.Name.IndexOf('.', StringComparison.Ordinal) is > 0 and var point
            && infos.Any(i => i.Locale == type.Name[..point]) && !infos.Any(i => i.Locale is not null && i.Types.Contains(type)
                && Locales.Any(i.BelongsTo));
    }

    public IEnumerable<IImageDetector> Select(ImmutableArray<IImageDetector> detectors) =>
        detectors.Where(d => Runs(d.Info, needsModel: true));

    /// <summary>True for a built-in image detector that runs; <c>written-text</c> runs for the sake of the text detectors too.</summary>
    public bool WantsImages(DetectorInfo info, WrittenTextMode mode, ImmutableArray<ITextDetector> text)
    {
        if (info.Id != WrittenText) return Runs(info, needsModel: true);
        if (mode == WrittenTextMode.Off || Disabled.Any(static g => g.Matches(WrittenText))) return false;
        if (Runs(info, needsModel: true)) return true;
        return text.Any(
            t => (Detectors.IsEmpty || Detectors.Any(d => d != Patterns && new Glob(d).Matches(t.Info.Id))) && !t.Info.Types.IsEmpty);
    }

    private bool Runs(DetectorInfo info, bool needsModel) =>
        !Disabled.Any(g => g.Matches(info.Id))
        && (Detectors.IsEmpty || Detectors.Any(d => d == Patterns ? !needsModel : new Glob(d).Matches(info.Id)))
        && info.Types.Any(IsWanted)
        && (Locales.IsEmpty || info.Locale is null || Locales.Any(info.BelongsTo));

    public bool IsWanted(EntityType type) => Entities.IsEmpty || Entities.Any(e => new Glob(e).Matches(type.Name));

    private ITextDetector Narrow(ITextDetector detector, FrozenSet<string> foreign) =>
        detector.Info.Types.All(t => IsWanted(t) && !foreign.Contains(t.Name))
            ? detector
            : new EntitySelection(detector, t => IsWanted(t) && !foreign.Contains(t.Name));

    /// <exception cref="UnknownChoiceException">A name fits nothing there is.</exception>
    private void CheckNames(IEnumerable<DetectorInfo> own)
    {
        var infos = RedactionCatalog.Detectors.Select(static d => d.Info).Concat(own).ToArray();
        string[] ids = [.. infos.Select(static i => i.Id), Patterns];
        foreach (var id in Detectors)
            if (!ids.Any(i => new Glob(id).Matches(i)))
                throw Choices.Unknown("detector", id, ids, $"No detector is called '{id}' ({Choices.Valid(id, ids)}).");
        var entities = RedactionCatalog.Entities.Concat(infos.SelectMany(static i => i.Types).Select(static t => t.Name)).ToArray();
        foreach (var entity in Entities)
            if (!entities.Any(e => new Glob(entity).Matches(e)))
                throw Choices.Unknown("entity", entity, entities, $"No entity is called '{entity}' ({Choices.Valid(entity, entities)}).");
        string[] locales = [.. infos.Select(static i => i.Locale).OfType<string>().Distinct()];
        foreach (var tag in Locales)
            if (!infos.Any(i => i.Locale is not null && i.BelongsTo(tag)))
                throw Choices.Unknown(
                    "locale", tag, locales, $"No detector belongs to the locale '{tag}' ({Choices.Valid(tag, locales)}).");
        if (infos.Any(i => Runs(i, needsModel: true)) || Detectors.Contains(Patterns)) return;
        throw new ArgumentException("No detector is left that could find anything: detectors, entities and locales have none in common.");
    }
}
