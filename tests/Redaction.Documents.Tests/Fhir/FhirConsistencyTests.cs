using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Redaction.Text;
using Xunit;

namespace Redaction.Documents.Tests;

public sealed partial class FhirConsistencyTests
{
    private const string Patient = """{"resourceType":"Patient","id":"pat-77","birthDate":"1970-05-10"}""";
    private const string Visit = """{"resourceType":"Encounter","id":"e1","subject":{"reference":"Patient/pat-77"},"""
        + """ "period":{"start":"2024-01-10T09:30:00Z","end":"2024-01-12"}}""";

    [Fact]
    public void Hipaa_IdsAndReferences_AgreeOverFiles()
    {
        var (patient, visit) = (Root(Patient), Root(Visit));

        var id = patient.GetProperty("id").GetString()!;
        Assert.Matches(Id(), id);
        Assert.NotEqual("pat-77", id);
        Assert.Equal("Patient/" + id, visit.GetProperty("subject").GetProperty("reference").GetString());
    }

    [Fact]
    public void Hipaa_DatesOfAPatient_MoveTogetherOverFiles()
    {
        var shift = Day(Root(Patient).GetProperty("birthDate")) - new DateTime(1970, 5, 10);
        var period = Root(Visit).GetProperty("period");

        Assert.NotEqual(TimeSpan.Zero, shift);
        Assert.Equal(new DateTime(2024, 1, 10) + shift, Day(period.GetProperty("start")));
        Assert.EndsWith("T09:30:00Z", period.GetProperty("start").GetString(), StringComparison.Ordinal);
        Assert.Equal(new DateTime(2024, 1, 12) + shift, Day(period.GetProperty("end")));
        Assert.NotEqual(shift, Day(Root(Patient.Replace("pat-77", "pat-78", StringComparison.Ordinal)).GetProperty("birthDate"))
            - new DateTime(1970, 5, 10));
    }

    [Theory]
    [InlineData("""{"resourceType":"Patient","birthDate":"1931-02-03"}""", // over 89
        """{"resourceType":"Patient","birthDate":"1900-01-01"}""")]
    [InlineData("""{"resourceType":"Patient","birthDate":"1931"}""", """{"resourceType":"Patient","birthDate":"1900"}""")]
    [InlineData("""{"resourceType":"Patient","address":[{"postalCode":"02139-1122","state":"MA"}]}""",
        """{"resourceType":"Patient","address":[{"postalCode":"021**","state":"MA"}]}""")]
    [InlineData("""{"resourceType":"Patient","address":[{"postalCode":"20512"}]}""",
        """{"resourceType":"Patient","address":[{"postalCode":"000**"}]}""")]
    [InlineData("""{"resourceType":"Condition","onsetAge":{"value":93,"unit":"a","code":"a"}}""",
        """{"resourceType":"Condition","onsetAge":{"value":90,"unit":"a","code":"a"}}""")]
    [InlineData("""{"resourceType":"Observation","status":"final","valueQuantity":{"value":7},"issued":"x"}""",
        """{"resourceType":"Observation","status":"final","issued":"[date]"}""")]
    [InlineData("""{"resourceType":"Observation", "extension": [{"url": "a"}],"status":"final"}""",
        """{"resourceType":"Observation","status":"final"}""")]
    [InlineData("""{"extension":[{"url":"a"}],"resourceType":"Patient"}""", """{"resourceType":"Patient"}""")]
    [InlineData("""{"resourceType":"Patient","photo":[{"contentType":"image/png","data":"AAAA","hash":"AAAA","size":3}]}""",
        """{"resourceType":"Patient","photo":[{"contentType":"image/png"}]}""")]
    public void Hipaa_Element_BecomesWhatItMustBe(string resource, string expected) =>
        Assert.Equal(expected, FhirTestBed.Redact(resource, FhirTestBed.Hipaa));

    [Theory]
    [InlineData("""{"resourceType":"Patient","birthDate":"1970-05"}""", """{"resourceType":"Patient","birthDate":"1900-01"}""")]
    [InlineData("""{"resourceType":"Patient","deceasedDateTime":"2020-01-02T03:04:05.6+01:00"}""",
        """{"resourceType":"Patient","deceasedDateTime":"1900-01-01T00:00:00Z"}""")]
    [InlineData("""{"resourceType":"Patient","id":"jane@example.org"}""", """{"resourceType":"Patient","id":"email-d7c5a4-1"}""")]
    [InlineData("""{"resourceType":"Practitioner","name":[{"text":"Doe"}],"jane@example.org":1}""",
        """{"resourceType":"Practitioner","name":[{"text":"[person]"}],"email_1":1}""")]
    [InlineData("""{"resourceType":"Basic","identifier":[{"system":"http://hl7.org/fhir/sid/us-ssn","value":"x"}]}""",
        """{"resourceType":"Basic","identifier":[{"system":"http://hl7.org/fhir/sid/us-ssn","value":"[us.ssn]"}]}""")]
    [InlineData("""{"resourceType":"Basic","code":{"coding":[{"system":"mailto:jane@example.org","code":"Body Height"}]}}""",
        """{"resourceType":"Basic","code":{"coding":[{"system":"mailto:[email]","code":"Body Height"}]}}""")]
    [InlineData("""{"resourceType":"Binary","contentType":"application/x-secret","data":"AAECAwQ="}""",
        """{"resourceType":"Binary","contentType":"application/x-secret","data":"AA=="}""")]
    [InlineData("""{"resourceType":"Binary","data":"d3JpdGUgdG8gamFuZUBleGFtcGxlLm9yZw==","contentType":"text/plain"}""",
        """{"resourceType":"Binary","data":"d3JpdGUgdG8gW2VtYWlsXQ==","contentType":"text/plain"}""")]
    public void Default_Element_KeepsItsType(string resource, string expected)
    {
        var written = FhirTestBed.Redact(resource, FhirTestBed.Default);

        Assert.Equal(Number().Replace(expected, "-#-"), Number().Replace(written, "-#-"));
    }

    [Theory]
    [InlineData("""{"resourceType":"Patient","name":[{"family":"plover""", ErrorCodes.Truncated)]
    [InlineData("""{"resourceType":"Patient","name":[{"family":plover}]}""", ErrorCodes.Malformed)]
    public void Redact_BadJson_IsATypedErrorWithoutContent(string resource, string code)
    {
        var failure = Assert.Throws<RedactionException>(() => FhirTestBed.Redact(resource, FhirTestBed.Default));

        Assert.Equal(code, failure.Code);
        Assert.DoesNotContain("plover", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_OneBadRecord_IsLeftOutWhereTheJobSaysSo()
    {
        using var output = new MemoryStream();
        var lines = Encoding.UTF8.GetBytes($"{Patient}\n{{\"resourceType\":\"Patient\",\"name\":plover}}\n{Patient}\n");
        new FhirLines().Redact(new MemoryStream(lines), output, new DocumentJob(FhirTestBed.None) { LeavesOutBadRecords = true });

        Assert.Equal($"{Patient}\n{Patient}\n", Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public void Redact_Twice_ChangesNothingMore()
    {
        var once = FhirTestBed.Redact("""
            {"resourceType":"Patient","id":"p1","name":[{"family":"Doe","given":["Jane"]}],"birthDate":"1931-02-03","multipleBirthInteger":2,
             "deceasedDateTime":"2020-01-02T03:04:05Z","address":[{"line":["9 Other Lane"],"city":"Nordlingbury","postalCode":"02139"}],
             "telecom":[{"system":"phone","value":"415-555-0132"}],"meta":{"lastUpdated":"2020-01-02T03:04:05.6Z"}}
            """, FhirTestBed.Default);

        Assert.Equal(once, FhirTestBed.Redact(once, FhirTestBed.Default));
    }

    [Fact]
    public void Policy_FieldIsAFhirPath_HoldsInBundlesAndContainedResources()
    {
        var keeping = FhirTestBed.Redactor("default",
            new PolicyRule("keep") { Field = new Glob("Patient.name"), Entities = [new Glob("person")] });
        var bundle = $$$"""
            {"resourceType":"Bundle","entry":[
             {"resource":{"resourceType":"Patient","name":[{"text":"Doe"}],"contact":[{"name":{"text":"Roe"}}]}},
             {"resource":{"resourceType":"Basic","contained":[{"resourceType":"Patient","name":[{"family":"Poe"}]}]}}]}
            """;
        var written = FhirTestBed.Redact(bundle, keeping);

        Assert.Equal(bundle.Replace("Roe", "[person]", StringComparison.Ordinal), written);
    }

    private static JsonElement Root(string resource) => JsonDocument.Parse(FhirTestBed.Redact(resource, FhirTestBed.Hipaa)).RootElement;

    private static DateTime Day(JsonElement date) =>
        DateTime.ParseExact(date.GetString()![..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[A-Za-z0-9\-\.]{1,64}$", RegexOptions.None, 1000)]
    private static partial Regex Id();

    [GeneratedRegex("-[0-9a-f]{6}-", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
