using System.Collections.Immutable;
using Redaction.Audio;
using Redaction.Image;
using Redaction.Onnx;
using Redaction.Text;
using Redaction.Text.Names;

namespace Redaction;

/// <summary>What there is: detectors, operators, formats and entity types of all media. Loads no model and no native library.</summary>
public static class RedactionCatalog
{
    /// <summary>All built-in detectors, sorted by id.</summary>
    public static ImmutableArray<DetectorEntry> Detectors { get; } =
        [.. AllDetectors().OrderBy(static d => d.Info.Id, StringComparer.Ordinal)];

    /// <summary>All operators, text before image before audio.</summary>
    public static ImmutableArray<OperatorEntry> Operators { get; } = [.. TextEntries(), .. ImageEntries(), .. AudioEntries()];

    /// <summary>All file formats, text before transcripts before images before videos before audio.</summary>
    internal static ImmutableArray<FormatEntry> Formats { get; } = [.. FileFormats.All.Select(FormatEntry.Of)];

    /// <summary>The models that ship, sorted by id.</summary>
    public static ImmutableArray<ModelManifest> Models =>
    [
        .. ImageModels.Catalog.Manifests.Concat(NamesModels.Catalog.Manifests).Concat(SileroVoices.Catalog.Manifests)
            .OrderBy(static m => m.Id, StringComparer.Ordinal),
    ];

    /// <summary>The names that a policy may use as entity: those that detectors report and the well-known ones.</summary>
    public static ImmutableArray<string> Entities { get; } = [.. AllEntities().Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<DetectorEntry> AllDetectors() =>
        TextDetectors.All.Concat(TextDetectors.OnRequest).Select(static d => new DetectorEntry(d.Info, Medium.Text, NeedsModel: false))
            .Append(new(new SpokenDetector().Info, Medium.Text, NeedsModel: false))
            .Append(new(NamesDetector.Describe(), Medium.Text, NeedsModel: true))
            .Concat(ImageDetectors.All.Select(static d => new DetectorEntry(d, Medium.Image, NeedsModel: true)));

    private static IEnumerable<OperatorEntry> TextEntries() =>
        TextOperators.Descriptions.Select(
            static o => new OperatorEntry(o.Id, Medium.Text, o.Description, o.Options, o.NeedsKey) { Check = o.Check });

    private static IEnumerable<OperatorEntry> ImageEntries() =>
        ImageOperators.All.Select(
            static o => new OperatorEntry(o.Id, Medium.Image, o.Description, o.Options, false) { Check = options => o.Configure(options) });

    private static IEnumerable<OperatorEntry> AudioEntries() =>
        AudioOperators.All.Select(
            static o => new OperatorEntry(o.Id, Medium.Audio, o.Description, o.Options, false) { Check = options => o.Configure(options) });

    private static IEnumerable<string> AllEntities() =>
        Detectors.SelectMany(static d => d.Info.Types).Select(static t => t.Name).Concat(
        [
            EntityTypes.Person.Name, EntityTypes.AccountNumber.Name, EntityTypes.Email.Name, EntityTypes.Phone.Name, EntityTypes.Url.Name,
            EntityTypes.Ip.Name, EntityTypes.Mac.Name,
            EntityTypes.CreditCard.Name, EntityTypes.Iban.Name, EntityTypes.CryptoWallet.Name, EntityTypes.Date.Name,
            EntityTypes.Secret.Name,
            EntityTypes.Gps.Name, EntityTypes.Face.Name, EntityTypes.LicensePlate.Name, EntityTypes.Term.Name,
            EntityTypes.RecordId.Name, EntityTypes.ClinicalText.Name, EntityTypes.ClinicalCode.Name, EntityTypes.ClinicalValue.Name,
        ]);
}
