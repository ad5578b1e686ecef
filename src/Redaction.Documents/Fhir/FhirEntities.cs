namespace Redaction.Documents;

/// <summary>The entity types of elements, as policies name them.</summary>
internal static class FhirEntities
{
    /// <summary>How sure it is that an element holds what the standard says.</summary>
    public const float Sure = 0.9f;

    /// <summary>What most policies let through: only those act that ask for it.</summary>
    public const float Asked = 0.2f;

    /// <summary>An id that records refer to each other by is none of a person's numbers.</summary>
    public const float AskedId = 0.25f;

    private static readonly EntityType s_insurance = new("insurance-id"), s_device = new("device-id"), s_postal = new("postal-code"),
        s_record = new("medical-record"), s_ssn = new("us.ssn"), s_licence = new("driving-licence"), s_passport = new("passport"),
        s_provider = new("health-provider"), s_npi = new("us.npi");

    /// <summary>The type of a value and how sure it is; null where only the detectors can tell.</summary>
    /// <param name="element">The element.</param>
    /// <param name="value">Its value.</param>
    /// <param name="json">The object that it stands in, from its brace on.</param>
    public static (EntityType Type, float Score)? Of(FhirElement element, ReadOnlySpan<char> value, ReadOnlySpan<byte> json) =>
        element.Meaning switch
        {
            FhirMeaning.Person => (EntityTypes.Person, Sure),
            FhirMeaning.Organization => (EntityTypes.Organization, Sure),
            FhirMeaning.Address => (EntityTypes.Address, Sure),
            FhirMeaning.City => (EntityTypes.Location, Sure),
            FhirMeaning.PostalCode => (s_postal, Sure),
            FhirMeaning.Insurance => (s_insurance, Sure),
            FhirMeaning.Device => (s_device, Sure),
            FhirMeaning.Telecom => (OfContact(value, json), Sure),
            FhirMeaning.Identifier => (OfIdentifier(element, json), Sure),
            FhirMeaning.Url => (EntityTypes.Url, 0.6f),
            FhirMeaning.Age => (EntityTypes.Age, Sure),
            FhirMeaning.Gps => (EntityTypes.Gps, Sure),
            FhirMeaning.Date => (EntityTypes.Date, Sure),
            FhirMeaning.Birth => (IsOld(value) ? EntityTypes.Age : EntityTypes.Date, Sure),
            FhirMeaning.Display => OfDisplay(element, json),
            FhirMeaning.Text when MeansMother(element, json) => (EntityTypes.Person, Sure),
            _ => null,
        };

    private static bool IsOld(ReadOnlySpan<char> birth) =>
        FhirDate.Is(birth) && FhirDate.Year(birth) < Redaction.Text.BirthYears.Before;

    private static bool MeansMother(FhirElement element, ReadOnlySpan<byte> json) =>
        element is { Name: "valueString", Parent.Type: "Extension" } && FhirObject.Text(json, "url"u8) is { } url
        && (url.EndsWith("mothersMaidenName", StringComparison.Ordinal) || url.EndsWith("-name", StringComparison.Ordinal));

    private static EntityType OfContact(ReadOnlySpan<char> value, ReadOnlySpan<byte> json) =>
        value.Contains('@') ? EntityTypes.Email : FhirObject.Text(json, "system"u8) switch
        {
            "email" => EntityTypes.Email,
            "url" => EntityTypes.Url,
            _ => EntityTypes.Phone,
        };

    private static EntityType OfIdentifier(FhirElement element, ReadOnlySpan<byte> json)
    {
        var system = FhirObject.Text(json, "system"u8) ?? "";
        if (system.EndsWith("us-ssn", StringComparison.Ordinal) || system.EndsWith("2.16.840.1.113883.4.1", StringComparison.Ordinal))
            return s_ssn;
        if (system.EndsWith("us-npi", StringComparison.Ordinal)) return s_npi;
        return FhirObject.Text(json, "code"u8, deep: true) switch
        {
            "SS" => s_ssn,
            "DL" => s_licence,
            "PPN" => s_passport,
            "MR" or "PI" or "PT" => s_record,
            "NPI" or "PRN" or "MD" => s_provider,
            "MB" or "SN" => s_insurance,
            _ => element.IsWithin("Patient") ? s_record : EntityTypes.AccountNumber,
        };
    }

    /// <summary>The display of a reference is the name of what it points to; that of a code is its meaning.</summary>
    private static (EntityType, float)? OfDisplay(FhirElement element, ReadOnlySpan<byte> json)
    {
        var reference = FhirObject.Text(json, "reference"u8) ?? "";
        if (reference.Length == 0 && (FhirObject.Text(json, "code"u8) ?? FhirObject.Text(json, "system"u8)) is not null) return null;
        var type = FhirReference.TypeOf(reference);
        if (type.IsEmpty) type = FhirObject.Text(json, "type"u8) ?? "";
        var name = element.Parent?.Name ?? "";
        return type switch
        {
            "Patient" or "Practitioner" or "PractitionerRole" or "RelatedPerson" or "Person" => (EntityTypes.Person, Sure),
            "Organization" or "Location" or "HealthcareService" => (EntityTypes.Organization, Sure),
            { Length: > 0 } => null,
            _ when name.EndsWith("rganization", StringComparison.Ordinal) || name is "serviceProvider" or "custodian" or "insurer"
                or "location" or "payor" or "facility" or "managingOrganization" => (EntityTypes.Organization, Sure),
            _ when name is "encounter" or "reasonReference" or "medicationReference" or "condition" or "diagnosis" or "basedOn" or "partOf"
                or "addresses" or "result" or "goal" or "hasMember" or "derivedFrom" or "context" or "focus" or "medication"
                or "diagnosisReference" or "procedureReference" or "itemReference" or "report" or "request" or "coverage" => null,
            _ => (EntityTypes.Person, Sure),
        };
    }
}
