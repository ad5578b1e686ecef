using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Redaction;

/// <summary>What other products call the same entities.</summary>
internal static class EntityTaxonomy
{
    private static readonly FrozenDictionary<string, (string? Presidio, string? Aws, string? Azure, string? Google)> s_names =
        new Dictionary<string, (string?, string?, string?, string?)>(StringComparer.Ordinal)
        {
            ["person"] = ("PERSON", "NAME", "Person", "PERSON_NAME"),
            ["location"] = ("LOCATION", "ADDRESS", "Location", "LOCATION"),
            ["organization"] = ("ORGANIZATION", null, "Organization", "ORGANIZATION_NAME"),
            ["address"] = ("LOCATION", "ADDRESS", "Address", "STREET_ADDRESS"),
            ["date"] = ("DATE_TIME", "DATE_TIME", "DateTime", "DATE"),
            ["age"] = ("AGE", "AGE", "Age", "AGE"),
            ["email"] = ("EMAIL_ADDRESS", "EMAIL", "Email", "EMAIL_ADDRESS"),
            ["phone"] = ("PHONE_NUMBER", "PHONE", "PhoneNumber", "PHONE_NUMBER"),
            ["url"] = ("URL", "URL", "URL", "URL"),
            ["ip"] = ("IP_ADDRESS", "IP_ADDRESS", "IPAddress", "IP_ADDRESS"),
            ["mac"] = ("MAC_ADDRESS", "MAC_ADDRESS", null, "MAC_ADDRESS"),
            ["credit-card"] = ("CREDIT_CARD", "CREDIT_DEBIT_NUMBER", "CreditCardNumber", "CREDIT_CARD_NUMBER"),
            ["iban"] = ("IBAN_CODE", "INTERNATIONAL_BANK_ACCOUNT_NUMBER", "InternationalBankingAccountNumber", "IBAN_CODE"),
            ["crypto-wallet"] = ("CRYPTO", null, null, "CRYPTO_WALLET"),
            ["secret"] = (null, "PASSWORD", "Password", "AUTH_TOKEN"),
            ["gps"] = (null, null, null, "LOCATION_COORDINATES"),
            ["license-plate"] = (null, "LICENSE_PLATE", null, "VEHICLE_LICENSE_PLATE"),
            ["us.ssn"] = ("US_SSN", "SSN", "USSocialSecurityNumber", "US_SOCIAL_SECURITY_NUMBER"),
            ["us.passport"] = ("US_PASSPORT", "PASSPORT_NUMBER", "USUKPassportNumber", "US_PASSPORT"),
            ["us.itin"] = ("US_ITIN", "US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER", "USIndividualTaxpayerIdentification",
                "US_INDIVIDUAL_TAXPAYER_IDENTIFICATION_NUMBER"),
            ["us.driver-license"] = ("US_DRIVER_LICENSE", "DRIVER_ID", "USDriversLicenseNumber", "US_DRIVERS_LICENSE_NUMBER"),
            ["us.bank-account"] = ("US_BANK_NUMBER", "BANK_ACCOUNT_NUMBER", "USBankAccountNumber", null),
            ["us.routing"] = ("ABA_ROUTING_NUMBER", "BANK_ROUTING", "ABARoutingNumber", "US_BANK_ROUTING_MICR"),
            ["us.npi"] = ("US_NPI", null, null, "US_HEALTHCARE_NPI"),
            ["uk.nhs"] = ("UK_NHS", "UK_NATIONAL_HEALTH_SERVICE_NUMBER", "UKNationalHealthNumber", "UK_NATIONAL_HEALTH_SERVICE_NUMBER"),
            ["uk.nino"] = ("UK_NINO", "UK_NATIONAL_INSURANCE_NUMBER", "UKNationalInsuranceNumber", "UK_NATIONAL_INSURANCE_NUMBER"),
            ["de.tax-id"] = ("DE_TAX_ID", null, "DETaxIdentificationNumber", "GERMANY_TAXPAYER_IDENTIFICATION_NUMBER"),
            ["in.aadhaar"] = ("IN_AADHAAR", "IN_AADHAAR", "INUniqueIdentificationNumber", "INDIA_AADHAAR_INDIVIDUAL"),
            ["in.pan"] = ("IN_PAN", "IN_PERMANENT_ACCOUNT_NUMBER", "INPermanentAccount", "INDIA_PAN_INDIVIDUAL"),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The products whose names are known.</summary>
    public static ImmutableArray<string> All { get; } = ["presidio", "aws", "azure", "google"];

    /// <summary>The names that a product gives to entities; those it has no name for are missing.</summary>
    /// <exception cref="ArgumentException">There is no such taxonomy; names those there are.</exception>
    public static IReadOnlyDictionary<string, string> Names(string taxonomy)
    {
        if (!All.Contains(taxonomy))
            throw new ArgumentException($"There is no taxonomy '{taxonomy}' ({Choices.Valid(taxonomy, All)}).");
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (entity, all) in s_names)
        {
            var name = taxonomy switch { "presidio" => all.Presidio, "aws" => all.Aws, "azure" => all.Azure, _ => all.Google };
            if (name is not null) names.Add(entity, name);
        }
        return names;
    }
}
