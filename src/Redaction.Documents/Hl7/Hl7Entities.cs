namespace Redaction.Documents;

/// <summary>The entity types of fields, as policies name them.</summary>
internal static class Hl7Entities
{
    private const float Sure = 0.9f, Asked = 0.2f, AskedId = 0.25f;

    private static readonly EntityType s_insurance = new("insurance-id"), s_postal = new("postal-code"), s_record = new("medical-record"),
        s_ssn = new("us.ssn"), s_licence = new("driving-licence"), s_provider = new("health-provider");

    /// <summary>The type of a value and how sure it is; null where only the detectors can tell.</summary>
    public static (EntityType Type, float Score)? Of(Hl7Meaning meaning, ReadOnlySpan<char> value) => meaning switch
    {
        Hl7Meaning.Person => (EntityTypes.Person, Sure),
        Hl7Meaning.Provider => (s_provider, Sure),
        Hl7Meaning.Organization => (EntityTypes.Organization, Sure),
        Hl7Meaning.Address => (EntityTypes.Address, Sure),
        Hl7Meaning.City => (EntityTypes.Location, Sure),
        Hl7Meaning.PostalCode => (s_postal, Sure),
        Hl7Meaning.Phone => (value.Contains('@') ? EntityTypes.Email : EntityTypes.Phone, Sure),
        Hl7Meaning.Email => (EntityTypes.Email, Sure),
        Hl7Meaning.Url => (EntityTypes.Url, 0.6f),
        Hl7Meaning.Record => (s_record, Sure),
        Hl7Meaning.Account => (EntityTypes.AccountNumber, Sure),
        Hl7Meaning.Insurance => (s_insurance, Sure),
        Hl7Meaning.Licence => (s_licence, Sure),
        Hl7Meaning.Ssn => (s_ssn, Sure),
        Hl7Meaning.Secret => (EntityTypes.Secret, Sure),
        Hl7Meaning.Date => (EntityTypes.Date, Sure),
        Hl7Meaning.Birth => (IsOld(value) ? EntityTypes.Age : EntityTypes.Date, Sure),
        Hl7Meaning.Id => (EntityTypes.RecordId, AskedId),
        Hl7Meaning.Code => (EntityTypes.ClinicalCode, Asked),
        Hl7Meaning.Value => (EntityTypes.ClinicalValue, Asked),
        Hl7Meaning.Text or Hl7Meaning.Note => (EntityTypes.ClinicalText, Asked),
        Hl7Meaning.Open when !IsCode(value) => (EntityTypes.ClinicalText, Asked),
        _ => null,
    };

    private static bool IsOld(ReadOnlySpan<char> value) => Hl7Date.Is(value)
        && int.Parse(value[..4], System.Globalization.CultureInfo.InvariantCulture) < Redaction.Text.BirthYears.Before;

    /// <summary>A word of a table: a few capitals and digits.</summary>
    private static bool IsCode(ReadOnlySpan<char> value)
    {
        if (value.Length > 6) return false;
        foreach (var c in value)
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c)) return false;
        return true;
    }
}
