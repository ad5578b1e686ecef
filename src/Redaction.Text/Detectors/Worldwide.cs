namespace Redaction.Text;

/// <summary>The detectors that belong to no country.</summary>
internal static class Worldwide
{
    /// <summary>Those that always run.</summary>
    public static ITextDetector[] Detectors { get; } =
    [
        Address.Detector, Age.Detector, Bic.Detector, CardTrack.Detector, CaseNumber.Detector,
        CaseReference.Detector, CreditCard.Detector,
        CryptoWallet.Detector, Date.Detector, Email.Detector,
        Gps.Detector, Iban.Detector, Ip.Detector, InitialNames.Detector, LabelledId.Detector,
        Lei.Detector, Mac.Detector, Mrz.Detector,
        NationalAddress.Detector, Organisation.Detector,
        OrganisationByContext.Detector, PersonByContext.Detector, Phone.Detector, PostcodeNumber.Detector, Secret.Detector,
            SpelledAge.Detector, SpelledDate.Detector, Url.Detector,
        UserName.Detector, DeviceNumber.Detector, TrackingNumber.Detector, Vin.Detector,
    ];

    /// <summary>Those that run only when asked for by name: what they find identifies nobody by itself.</summary>
    public static ITextDetector[] OnRequest { get; } = [Amount.Detector];
}
