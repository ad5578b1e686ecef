namespace Redaction.Audio;

/// <summary>A kind of value that is asked for or announced.</summary>
internal enum CueKind
{
    None,
    Card,
    Code,
    Expiry,
    Account,
    Id,
    Last,
    Phone,
    Email,
    Birth,
    Date,
    Address,
    Postcode,
    Person,
    Maiden,
    Secret,
    User,
    Url,
    Spell,
    Age,
}
