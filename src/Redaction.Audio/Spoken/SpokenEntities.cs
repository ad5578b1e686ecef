using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>The entity types that are told from speech alone.</summary>
internal static class SpokenEntities
{
    /// <summary>A number of an account, a customer or a contract.</summary>
    public static EntityType AccountNumber { get; } = new("account-number");

    /// <summary>Digits, perhaps with letters, whose purpose the call does not tell.</summary>
    public static EntityType NumberSequence { get; } = new("number-sequence");

    /// <summary>A card's security code, a PIN, a code that is sent to a telephone.</summary>
    public static EntityType SecurityCode { get; } = new("security-code");

    /// <summary>A postal code.</summary>
    public static EntityType PostalCode { get; } = new("postal-code");

    /// <summary>A street address or a part of one.</summary>
    public static EntityType Address { get; } = new("address");

    /// <summary>A name that somebody goes by on a site.</summary>
    public static EntityType Username { get; } = new("username");

    /// <summary>A person's age.</summary>
    public static EntityType Age { get; } = new("age");

    /// <summary>All types that the detector of spoken values reports.</summary>
    public static ImmutableArray<EntityType> All { get; } =
    [
        EntityTypes.Person, EntityTypes.Email, EntityTypes.Phone, EntityTypes.Url, EntityTypes.CreditCard, EntityTypes.Date,
        EntityTypes.Secret,
        AccountNumber, NumberSequence, SecurityCode, PostalCode, Address, Username, Age,
    ];
}
