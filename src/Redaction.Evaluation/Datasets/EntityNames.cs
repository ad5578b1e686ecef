using System.Collections.Frozen;

namespace Redaction.Evaluation;

/// <summary>What data sets call entities, in this library's names, so that truth and findings can be compared.</summary>
internal static class EntityNames
{
    // What each entity is called in presidio-research, PII-Masking, MEDDOCAN, CoNLL-like corpora and by the services.
    private const string Names =
        "person:PER PERSON PERSON_NAME NAME FIRST_NAME LAST_NAME GIVENNAME SURNAME FIRSTNAME LASTNAME MIDDLENAME PREFIX "
        + "TITLE LASTNAME1 LASTNAME2 " +
        "GIVENNAME1 GIVENNAME2 FULL_NAME FULLNAME PATIENT DOCTOR NOMBRE_SUJETO_ASISTENCIA NOMBRE_PERSONAL_SANITARIO;" +
        "location:LOC LOCATION GPE CITY STATE COUNTRY COUNTY PLACE FAC TERRITORIO PAIS;" +
        "address:ADDRESS STREET_ADDRESS STREET BUILDING BUILDINGNUMBER BUILDINGNUM SECONDARYADDRESS SECADDRESS "
        + "ZIP_CODE ZIPCODE ZIP POSTCODE " +
        "POSTAL_CODE CALLE;" +
        "organization:ORG ORGANIZATION ORGANIZATION_NAME ORGANISATION COMPANY COMPANYNAME COMPANY_NAME EMPLOYER CORP "
        + "GRP INSTITUCION HOSPITAL;" +
        "date:DATE DATE_TIME DATETIME DOB DATE_OF_BIRTH BOD TIME FECHAS;" +
        "age:AGE EDAD_SUJETO_ASISTENCIA;" +
        "job-title:JOB JOBTITLE JOB_TITLE OCCUPATION JOBTYPE PROFESION;" +
        "nationality:NRP NORP NATIONALITY;" +
        "email:EMAIL EMAIL_ADDRESS CORREO_ELECTRONICO;" +
        "phone:PHONE PHONE_NUMBER PHONENUMBER TEL TELEPHONENUM FAX NUMERO_TELEFONO;" +
        "url:URL DOMAIN_NAME;" +
        "ip:IP IPV4 IPV6 IP_ADDRESS IPADDRESS;" +
        "mac:MAC MAC_ADDRESS;" +
        "credit-card:CREDIT_CARD CREDITCARDNUMBER CREDIT_CARD_NUMBER CREDIT_DEBIT_NUMBER CARDNUMBER;" +
        "iban:IBAN IBAN_CODE INTERNATIONAL_BANK_ACCOUNT_NUMBER;" +
        "crypto-wallet:CRYPTO BITCOINADDRESS ETHEREUMADDRESS LITECOINADDRESS;" +
        "us.ssn:US_SSN SSN SOCIAL_SECURITY_NUMBER SOCIALNUMBER;" +
        "us.itin:US_ITIN;" +
        "us.passport:US_PASSPORT PASSPORT;" +
        "us.driver-license:US_DRIVER_LICENSE DRIVERLICENSE;" +
        "us.bank-account:US_BANK_NUMBER;" +
        "uk.nhs:UK_NHS;" +
        "uk.nino:UK_NINO;" +
        "username:USERNAME USER_NAME;" +
        "secret:PASSWORD PASS API_KEY;" +
        "medical-record:MEDICAL_RECORD_NUMBER;" +
        "license-plate:LICENSE_PLATE VEHICLEVRM;" +
        "vin:VEHICLEVIN;" +
        "imei:PHONEIMEI;" +
        "user-agent:USERAGENT";

    private static readonly FrozenDictionary<string, string> s_names = Names.Split(';')
        .Select(static row => row.Split(':'))
        .SelectMany(static row => row[1].Split(' ').Select(name => (Name: name, Entity: row[0])))
        .ToFrozenDictionary(static n => n.Name, static n => n.Entity, StringComparer.OrdinalIgnoreCase);

    /// <summary>This library's name of an entity; a name that is not known becomes lower case with hyphens.</summary>
    /// <param name="name">The data set's name.</param>
    /// <param name="own">The caller's names, asked first; null for none.</param>
    public static string Map(string name, IReadOnlyDictionary<string, string>? own = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (own is not null && own.TryGetValue(name, out var mapped)) return mapped;
        return s_names.TryGetValue(name, out mapped) ? mapped : name.ToLowerInvariant().Replace('_', '-');
    }
}
