namespace Redaction;

/// <summary>The well-known entity types that are not bound to one country.</summary>
public static class EntityTypes
{
    /// <summary>A natural person's name.</summary>
    public static EntityType Person { get; } = new("person");
    /// <summary>A named place: town, region, country, landmark.</summary>
    public static EntityType Location { get; } = new("location");
    /// <summary>A company, authority or other body.</summary>
    public static EntityType Organization { get; } = new("organization");
    /// <summary>A postal address or a part of one.</summary>
    public static EntityType Address { get; } = new("address");
    /// <summary>A person's occupation or position.</summary>
    public static EntityType JobTitle { get; } = new("job-title");
    /// <summary>A nationality, or a national, religious or political group.</summary>
    public static EntityType Nationality { get; } = new("nationality");
    /// <summary>A person's age.</summary>
    public static EntityType Age { get; } = new("age");
    /// <summary>The number of a customer, account, contract or order that no other type names.</summary>
    public static EntityType AccountNumber { get; } = new("account-number");
    /// <summary>An e-mail address (RFC 5322).</summary>
    public static EntityType Email { get; } = new("email");
    /// <summary>A telephone number (ITU-T E.164 and national forms).</summary>
    public static EntityType Phone { get; } = new("phone");
    /// <summary>A web address (RFC 3986).</summary>
    public static EntityType Url { get; } = new("url");
    /// <summary>An IPv4 or IPv6 address (RFC 791, RFC 4291).</summary>
    public static EntityType Ip { get; } = new("ip");
    /// <summary>A hardware address (IEEE EUI-48, EUI-64).</summary>
    public static EntityType Mac { get; } = new("mac");
    /// <summary>A payment card number (ISO/IEC 7812).</summary>
    public static EntityType CreditCard { get; } = new("credit-card");
    /// <summary>An international bank account number (ISO 13616).</summary>
    public static EntityType Iban { get; } = new("iban");
    /// <summary>A cryptocurrency address.</summary>
    public static EntityType CryptoWallet { get; } = new("crypto-wallet");
    /// <summary>A calendar date.</summary>
    public static EntityType Date { get; } = new("date");
    /// <summary>A credential: key, token, private key.</summary>
    public static EntityType Secret { get; } = new("secret");
    /// <summary>A geographic coordinate (ISO 6709 and decimal degrees).</summary>
    public static EntityType Gps { get; } = new("gps");
    /// <summary>A human face in an image.</summary>
    public static EntityType Face { get; } = new("face");
    /// <summary>A vehicle licence plate in an image.</summary>
    public static EntityType LicensePlate { get; } = new("license-plate");
    /// <summary>A line of text in an image, whatever it says.</summary>
    public static EntityType WrittenText { get; } = new("written-text");

    /// <summary>A line of text in an image that could not be read for sure.</summary>
    public static EntityType UnreadText { get; } = new("unread-text");
    /// <summary>A literal that the caller asked to be found.</summary>
    public static EntityType Term { get; } = new("term");

    /// <summary>The id by which records of a system refer to each other.</summary>
    internal static EntityType RecordId { get; } = new("record-id");
    /// <summary>A text of a medical record, whole, whatever it says.</summary>
    internal static EntityType ClinicalText { get; } = new("clinical-text");
    /// <summary>A code of a medical record.</summary>
    internal static EntityType ClinicalCode { get; } = new("clinical-code");
    /// <summary>A measured or otherwise stated value of a medical record that is no text.</summary>
    internal static EntityType ClinicalValue { get; } = new("clinical-value");
}
