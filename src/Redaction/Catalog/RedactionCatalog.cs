using System.Collections.Immutable;
using Redaction.Text;

namespace Redaction;

/// <summary>What there is: detectors, operators, formats and entity types of all media. Loads no model and no native library.</summary>
public static class RedactionCatalog
{
    /// <summary>All built-in detectors, sorted by id.</summary>
    public static ImmutableArray<DetectorEntry> Detectors { get; } = [.. AllDetectors().OrderBy(static d => d.Info.Id, StringComparer.Ordinal)];

    /// <summary>All operators, text before image before audio.</summary>
    public static ImmutableArray<OperatorEntry> Operators { get; } = [.. TextEntries()];

    /// <summary>The names that a policy may use as entity: those that detectors report and the well-known ones.</summary>
    public static ImmutableArray<string> Entities { get; } = [.. AllEntities().Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<DetectorEntry> AllDetectors() => Packs.All.Select(static d => new DetectorEntry(d.Info, "text", NeedsModel: false));

    private static IEnumerable<OperatorEntry> TextEntries() =>
        TextOperators.All.Select(static o => new OperatorEntry(o.Id, "text", o.Description, o.Options, false) { Check = options => o.Configure(options) });

    private static IEnumerable<string> AllEntities() =>
        Detectors.SelectMany(static d => d.Info.Types).Select(static t => t.Name).Concat(
        [
            EntityTypes.Person.Name, EntityTypes.Email.Name, EntityTypes.Phone.Name, EntityTypes.Url.Name, EntityTypes.Ip.Name, EntityTypes.Mac.Name,
            EntityTypes.CreditCard.Name, EntityTypes.Iban.Name, EntityTypes.CryptoWallet.Name, EntityTypes.Date.Name, EntityTypes.Secret.Name,
            EntityTypes.Gps.Name, EntityTypes.Face.Name, EntityTypes.LicensePlate.Name, EntityTypes.Term.Name,
        ]);
}
