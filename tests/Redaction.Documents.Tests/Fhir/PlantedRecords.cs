using System.Globalization;
using System.Text;

namespace Redaction.Documents.Tests;

/// <summary>Bundles and bulk data in the manner of Synthea, made by code, with values in them that must not come out.</summary>
internal sealed class PlantedRecords(int seed)
{
    private static readonly string[] s_given = ["Zbigniewa", "Thorvald", "Ngozika", "Xochitl", "Qadira", "Wilhelmina"];
    private static readonly string[] s_family = ["Okparaebo", "Brzezicki", "Vandermolen", "Quillfeather", "Stjernholm", "Abernathie"];
    private readonly Random _random = new(seed);

    /// <summary>What was planted: none of it may stand in the output.</summary>
    public List<string> Planted { get; } = [];

    /// <summary>Codes and words of the standard that have to stay under every policy that keeps codes.</summary>
    public static IReadOnlyList<string> Kept { get; } =
        ["Bundle", "Patient", "http://loinc.org", "8302-2", "vital-signs", "final", "female", "transaction", "POST", "active", "usual"];

    /// <summary>A bundle of one patient.</summary>
    public string Bundle() => $$$$"""
        {
          "resourceType": "Bundle",
          "type": "transaction",
          "entry": [
            {{{{string.Join(",\n    ", Entries())}}}}
          ]
        }
        """;

    /// <summary>The resources of some patients, one a line.</summary>
    public string Lines(int patients)
    {
        var lines = new StringBuilder();
        for (var i = 0; i < patients; i++)
            foreach (var resource in Resources())
                lines.Append(resource.ReplaceLineEndings(" ")).Append('\n');
        return lines.ToString();
    }

    private IEnumerable<string> Entries() => Resources().Select(static r =>
    {
        using var json = System.Text.Json.JsonDocument.Parse(r);
        var (type, id) = (json.RootElement.GetProperty("resourceType").GetString(), json.RootElement.GetProperty("id").GetString());
        return $$$$"""{"fullUrl": "urn:uuid:{{{{id}}}}", "resource": {{{{r}}}}, "request": {"method": "POST", "url": "{{{{type}}}}"}}""";
    });

    private IEnumerable<string> Resources()
    {
        var patient = Plant(Uuid());
        var given = Plant(Pick(s_given));
        var family = Plant(Pick(s_family));
        var ssn = Plant(Number("9##-5#-####").Replace("9", "5", StringComparison.Ordinal));
        var mrn = Plant(Number("MRN#######"));
        var mother = Plant("Maren " + Pick(s_family) + "sdatter");
        var phone = Plant(Number("415-555-01##"));
        var mail = Plant($"{given}.{family}{_random.Next(100)}@example.org".ToLowerInvariant());
        var street = Plant(Number("### ") + "Hollowmere Crescent");
        var doctor = Plant("Dr. Ignatius " + Pick(s_family) + "ov");
        var note = $"{given} {family} came with her mother {mother}, lives at {street}, call {phone}. MRN {mrn}.";
        yield return $$$$"""
            {"resourceType": "Patient", "id": "{{{{patient}}}}",
             "meta": {"versionId": "4", "lastUpdated": "{{{{Plant(Date() + "T08:15:30.125+01:00")}}}}",
               "profile": ["http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient"]},
             "text": {"status": "generated",
               "div": "<div xmlns=\"http://www.w3.org/1999/xhtml\">Record of {{{{given}}}} {{{{family}}}}, {{{{mail}}}}</div>"},
             "extension": [
               {"url": "http://hl7.org/fhir/StructureDefinition/patient-mothersMaidenName", "valueString": "{{{{mother}}}}"},
               {"url": "http://hl7.org/fhir/StructureDefinition/patient-birthPlace",
                "valueAddress": {"city": "{{{{Plant("Nordlingbury")}}}}", "state": "MA", "country": "US"}},
               {"url": "http://hl7.org/fhir/StructureDefinition/geolocation",
                "extension": [{"url": "latitude", "valueDecimal": 42.{{{{_random.Next(1000000, 9999999)}}}}}]}],
             "identifier": [
               {"system": "https://example.org/mrn", "type": {"coding": [{"code": "MR"}]}, "value": "{{{{mrn}}}}"},
               {"system": "http://hl7.org/fhir/sid/us-ssn", "value": "{{{{ssn}}}}"},
               {"use": "usual", "system": "urn:oid:2.16.840.1.113883.4.3.25", "value": "{{{{Plant(Number("S########"))}}}}"}],
             "active": true,
             "name": [{"use": "official", "family": "{{{{family}}}}", "given": ["{{{{given}}}}", "{{{{Plant("Evangeliney")}}}}"],
               "prefix": ["Mrs."],
               "_family": {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/humanname-own-name",
                 "valueString": "{{{{Plant("Tannenwaldt")}}}}"}]}},
               {"use": "maiden", "text": "{{{{Plant("Cordula Hawkinsworth")}}}}"}],
             "telecom": [{"system": "phone", "value": "{{{{phone}}}}", "use": "home"}, {"system": "email", "value": "{{{{mail}}}}"},
               {"system": "other", "value": "{{{{Plant("@" + given.ToLowerInvariant() + "_private")}}}}"}],
             "gender": "female", "birthDate": "{{{{Plant(Date())}}}}",
             "_birthDate": {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/patient-birthTime",
               "valueDateTime": "{{{{Plant(Date() + "T04:02:11-05:00")}}}}"}]},
             "address": [{"line": ["{{{{street}}}}"], "city": "{{{{Plant("Quarrelsford")}}}}", "state": "MA",
               "postalCode": "{{{{Plant(Number("02139-4###"))}}}}", "country": "US"}],
             "maritalStatus": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v3-MaritalStatus", "code": "M"}], "text": "M"},
             "contact": [{"name": {"family": "{{{{Plant("Undershaft")}}}}", "given": ["{{{{Plant("Leopoldine")}}}}"]},
               "telecom": [{"system": "phone", "value": "{{{{Plant(Number("(415) 555-01##"))}}}}"}]}],
             "generalPractitioner": [{"reference": "Practitioner/{{{{Plant(Uuid())}}}}", "display": "{{{{doctor}}}}"}],
             "photo": [{"contentType": "text/plain", "data": "{{{{Plant(Base64("Picture of " + given + " " + family + ", " + mail))}}}}"}]}
            """;
        yield return $$$$"""
            {"resourceType": "Observation", "id": "{{{{Plant(Uuid())}}}}", "status": "final",
             "category": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "vital-signs",
               "display": "vital-signs"}]}],
             "code": {"coding": [{"system": "http://loinc.org", "code": "8302-2", "display": "Body Height"}], "text": "Body Height"},
             "subject": {"reference": "urn:uuid:{{{{patient}}}}", "display": "{{{{given}}}} {{{{family}}}}"},
             "effectiveDateTime": "{{{{Plant(Date() + "T11:05:06-05:00")}}}}", "issued": "{{{{Plant(Date() + "T11:05:06.120-05:00")}}}}",
             "performer": [{"reference": "Practitioner/{{{{Plant(Uuid())}}}}", "display": "{{{{doctor}}}}"}],
             "note": [{"authorString": "{{{{doctor}}}}", "time": "{{{{Plant(Date())}}}}", "text": "{{{{note}}}}"}],
             "valueQuantity": {"value": 173.2, "unit": "cm", "system": "http://unitsofmeasure.org", "code": "cm"}}
            """;
        yield return $$$$"""
            {"resourceType": "DocumentReference", "id": "{{{{Plant(Uuid())}}}}", "status": "current",
             "contained": [{"resourceType": "RelatedPerson", "id": "p1", "patient": {"reference": "urn:uuid:{{{{patient}}}}"},
               "name": [{"family": "{{{{Plant("Featherstonehaugh")}}}}", "given": ["{{{{Plant("Bartholomeus")}}}}"]}],
               "birthDate": "{{{{Plant(Date())}}}}"}],
             "subject": {"reference": "urn:uuid:{{{{patient}}}}"}, "date": "{{{{Plant(Date() + "T10:00:00Z")}}}}",
             "author": [{"display": "{{{{doctor}}}}"}],
             "custodian": {"reference": "Organization/{{{{Plant(Uuid())}}}}", "display": "{{{{Plant("Saint Wendreda Infirmary")}}}}"},
             "content": [{"attachment": {"contentType": "text/plain; charset=utf-8", "data": "{{{{Plant(Base64(note))}}}}", "size": 99,
               "hash": "{{{{Plant("2jmj7l5rSw0yVb/vlWAYkK/YBwk=")}}}}", "creation": "{{{{Plant(Date())}}}}"}}],
             "context": {"period": {"start": "{{{{Plant(Date() + "T09:00:00Z")}}}}", "end": "{{{{Plant(Date() + "T09:30:00Z")}}}}"}}}
            """;
    }

    private string Plant(string value)
    {
        Planted.Add(value);
        return value;
    }

    private string Pick(string[] words) => words[_random.Next(words.Length)] + (char)('a' + _random.Next(26));

    private string Date() => new DateTime(1950, 1, 1).AddDays(_random.Next(26000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Uuid()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }

    private string Number(string form) => string.Concat(form.Select(c => c == '#' ? (char)('0' + _random.Next(10)) : c));

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
