namespace Redaction.Documents;

/// <summary>What the value of an element is.</summary>
internal enum FhirMeaning
{
    /// <summary>Words, codes and addresses of the standard.</summary>
    Fixed,
    Text,
    Person,
    Organization,
    Address,
    City,
    PostalCode,
    Telecom,
    Identifier,
    Insurance,
    Device,
    Birth,
    Date,
    Age,
    Gps,
    Id,
    Reference,
    Url,
    Display,
    Code,
    Value,
    Data,
    Hash,
    Size,
    Div,
}
