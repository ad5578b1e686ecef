using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>What an identifier is called, and the type that this makes it.</summary>
internal static class IdLabels
{
    /// <summary>Most words of a label.</summary>
    public const int MostWords = 3;

    private static readonly (string Type, float Score, string Labels)[] s_table =
    [
        ("medical-record", 0.85f,
            "mrn|patient mrn|medical record|medical record number|patient id|patient number|patient no|chart number|record "
            + "number|hospital number|specimen id|encounter|fallnummer|patientennummer"),
        ("case-number", 0.75f,
            "case no|case number|docket|docket no|docket number|cause no|aktenzeichen|az|file no|file number|matter no|claim "
            + "no|claim number|case id|case"),
        ("bar-number", 0.8f, "bar no|bar number|bar id|state bar|notary license|notary commission"),
        ("health-provider", 0.8f,
            "npi|npi number|dea|dea number|provider id|license|prescriber id|medical license|lanr|bsnr|betriebsstättennummer|arztnummer"),
        ("insurance-id", 0.8f,
            "insurance id|insurance|national health id|insurance number|insurance no|member id|member number|subscriber id|policy|policy "
            + "number|policy no|policy id|group number|plan id|health "
                + "plan|beneficiary|versichertennummer|versicherungsnummer|krankenkasse|kvnr|krankenversichertennummer|ins id|ins|pol"),
        ("account-number", 0.75f,
            "account|account number|account no|acct|acct no|acct number|bank account|kontonummer|konto|iban|sort code|routing "
            + "number|rtn|customer number|customer id|customer no|client id|client number|kundennummer|membership number|loan "
                + "number|numéro de compte|número de cuenta|a c no"),
        ("employee-id", 0.8f,
            "employee id|employee number|employee no|emp id|emp|staff id|staff number|badge|badge number|student id|student "
            + "number|matrikelnummer|personalnummer|personnel number|service number"),
        ("national-id", 0.8f,
            "the id|his id|her id|my id|your id|their id|national id|national id number|id number|id card|identity card|identity "
            + "number|ssn|social security number|social security|tax id|tax number|tin|ein|nid|citizen id|voter "
                + "id|steuernummer|personalausweis|ausweisnummer|reisepassnummer|nin|sin|dni|nif|cpf|rg|curp|rfc|alien number|visa "
                    + "number|residence permit|green card|personnummer|cédula|handelsregisternummer|hrb|hra|idnr|id nr|gst "
                        + "registration|gstins|acn|abn|tfn|medicare|uen|gstin|pan|aadhaar|aadhar|epic|voter|brn|frn|rrn|pesel|bsn|nino"
                            + "|utr|orgnr|organisationsnummer|steuer "
                                + "id|steueridentifikationsnummer|rentenversicherungsnummer|personalausweisnummer|vat|vat number|ust "
                                    + "idnr|partita iva|codice fiscale|philsys|sss"),
        ("passport", 0.85f,
            "passport|passeport no|pasaporte no|número pasaporte|passnummer|passport number|passport no|passport id|reisepass|pass "
            + "nr|passeport|pasaporte|passaporto|passaporte|paspoort|número de pasaporte"),
        ("driving-licence", 0.85f,
            "driver license|driver s permit|patente di guida|carta di guida|führerschein nr|driver licence|drivers license|driver s "
            + "license|drivers licence|driver s licence|driving licence|driving license|license number|licence number|driver license "
                + "number|dl|dl number|dln|führerschein|führerscheinnummer|fahrerlaubnis|permis de "
                    + "conduire|patente|rijbewijs|carnet de conducir"),
        ("vehicle-id", 0.85f,
            "vin|vehicle identification number|chassis number|fahrgestellnummer|license plate|licence plate|plate|plate number|number "
            + "plate|registration number|vehicle registration|kennzeichen|immatriculation|matrícula|targa|placa"),
        ("device-id", 0.8f, "imei|imei number|meid|imsi|iccid|sim|serial number|serial no|device id|udid|advertising id|android id|serial"),
        ("username", 0.75f,
            "username|user name|user id|userid|login|db user|user|screen name|handle|login name|benutzername|ssh user|account name"),
        ("tracking-number", 0.75f,
            "tracking number|tracking no|tracking|tracking id|shipment|parcel|waybill|sendungsnummer|confirmation number|booking "
            + "reference|reservation number|pnr|record locator"),
    ];

    private static readonly FrozenDictionary<string, (EntityType Type, float Score)> s_all = s_table
        .SelectMany(static row => row.Labels.Split('|').Select(label => (label, Value: (new EntityType(row.Type), row.Score))))
        .DistinctBy(static p => p.label)
        .ToFrozenDictionary(static p => p.label, static p => p.Value, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, (EntityType Type, float Score)>.AlternateLookup<ReadOnlySpan<char>> s_labels =
        s_all.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly WordSet s_links = new("is was no number nr num id are s es est ist è");

    private static readonly ContextWords s_ends = new(
        s_all.Keys.Select(static l => l[(l.LastIndexOf(' ') + 1)..]).Concat(["is", "was", "number", "no", "nr", "num", "id"]).Distinct());

    /// <summary>The types of all labels.</summary>
    public static IEnumerable<EntityType> Types => s_table.Select(static row => new EntityType(row.Type)).Distinct();

    /// <summary>True where a label may end in this word.</summary>
    public static bool MayEndIn(ReadOnlySpan<char> word) => s_ends.Occur(word);

    /// <summary>True for a word between a label and its value.</summary>
    public static bool IsLink(ReadOnlySpan<char> word) => s_links.Contains(word);

    /// <summary>The type that a label gives.</summary>
    public static bool TryGet(ReadOnlySpan<char> label, out EntityType type, out float score)
    {
        var found = s_labels.TryGetValue(label, out var value);
        (type, score) = value;
        return found;
    }
}
