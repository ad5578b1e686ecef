namespace Redaction.Documents;

/// <summary>What a component of a field is.</summary>
internal enum Hl7Meaning
{
    /// <summary>Words and numbers of the standard.</summary>
    Fixed,

    /// <summary>Anything: only the detectors can tell.</summary>
    Open,
    Text,
    Note,
    Person,
    Provider,
    Organization,
    Address,
    City,
    PostalCode,
    Phone,
    Email,
    Url,
    Record,
    Account,
    Insurance,
    Licence,
    Ssn,
    Secret,
    Date,
    Birth,
    Id,
    Code,
    Value,

    /// <summary>An id and a name in subcomponents.</summary>
    Cnn,
}
