namespace Redaction.Text;

/// <summary>Identifiers that are the same all over the world.</summary>
public sealed class GlobalPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors =
    [
        Address.Detector, Age.Detector, Bic.Detector, CreditCard.Detector, CryptoWallet.Detector, Date.Detector, Email.Detector, JoinedId.Detector, Gps.Detector, Iban.Detector, Ip.Detector, LabelledId.Detector, Lei.Detector, Mac.Detector, Mrz.Detector,
        Organisation.Detector, OrganisationByContext.Detector, PersonByContext.Detector, Phone.Detector, PostcodeNumber.Detector, Secret.Detector, Url.Detector, DeviceNumber.Detector, TrackingNumber.Detector, Vin.Detector,
    ];

    /// <inheritdoc/>
    public static string Id => "global";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
