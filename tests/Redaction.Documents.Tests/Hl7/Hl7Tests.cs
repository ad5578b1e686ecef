using Redaction.Text;
using Xunit;

namespace Redaction.Documents.Tests;

public sealed class Hl7Tests
{
    private const string Message =
        "MSH|^~\\&|LAB|Saint Wendreda^1.2.3^ISO|HIS|HOSP|20240311120000||ORU^R01|MSG00001|P|2.5\r"
        + "EVN|R01|20240311115900\r"
        + "PID|1||8861204^^^HOSP^MR~555-01-2345^^^SSA^SS||Okparaebo^Zbigniewa^Q^^Mrs.||19620714|F"
        + "|||17 Hollowmere Crescent^Apt 4^Quarrelsford^MA^02139^USA"
        + "||(415)555-0132^PRN^PH^zb.okparaebo@example.org|||M||4477123|555-01-2345\r"
        + "PD1||||4471^Brzezicki^Ignatius^^^Dr.\r"
        + "NK1|1|Vandermolen^Thorvald|SPO^Spouse|9 Other Lane^^Nordlingbury^MA^02140|(415)555-0177\r"
        + "PV1|1|I|W3^301^2^HOSP||||4471^Brzezicki^Ignatius|||MED|||||||||V99812\r"
        + "GT1|1||Stjernholm^Wilhelmina||17 Hollowmere Crescent^^Quarrelsford^MA^02139||||||||555-02-9981\r"
        + "IN1|1|PLAN7|INS44|Golden Acorn Assurance||||GRP-771||||20200101|20301231|||Okparaebo^Zbigniewa"
        + "|SEL|19620714||||||||||||||||||POL-99123455\r"
        + "OBR|1|ORD-7781|FIL-1192|2345-7^Glucose^LN|||20240311110000|||||||||4471^Brzezicki^Ignatius\r"
        + "OBX|1|NM|2345-7^Glucose^LN||98|mg/dL|70-105|N|||F|||20240311113000||4471^Brzezicki^Ignatius\r"
        + "OBX|2|FT|8251-1^Note^LN||Mrs. Okparaebo\\.br\\called from (415) 555-0132 \\T\\ asked for Dr. Brzezicki; MRN 8861204.||||||F\r"
        + "OBX|3|TX|NOTE||Zbigniewa Okparaebo^line two~third ssn 555-01-2345||||||F\r"
        + "NTE|1|L|Seen with Thorvald Vandermolen, e-mail zb.okparaebo@example.org\r"
        + "ZPI|Okparaebo^Zbigniewa|x\r";

    private static readonly string[] s_planted =
    [
        "8861204", "555-01-2345", "Okparaebo", "Zbigniewa", "19620714", "Hollowmere", "Quarrelsford", "02139", "555-0132",
        "zb.okparaebo@example.org", "4477123", "Brzezicki", "Ignatius", "Vandermolen", "Thorvald", "Other Lane", "Nordlingbury", "02140",
        "555-0177", "V99812", "Stjernholm", "Wilhelmina", "555-02-9981", "Golden Acorn", "GRP-771", "POL-99123455", "20240311110000",
        "20240311113000", "20240311120000", "20200101", "20301231", "Wendreda",
    ];

    [Theory]
    [InlineData("default")]
    [InlineData("hipaa-fhir")]
    public void Redact_Message_HoldsNoPlantedValue(string policy)
    {
        var written = FhirTestBed.Redact(Message, FhirTestBed.Redactor(policy), "a.hl7");

        Assert.All(s_planted, p => Assert.DoesNotContain(p, written, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(Skeleton(Message), Skeleton(written));
        Assert.Contains("ORU^R01|MSG00001|P|2.5", written, StringComparison.Ordinal);
        Assert.Contains("PV1|1|I|", written, StringComparison.Ordinal);
        Assert.Contains("|F|", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GB40WEST12345698765412")]
    [InlineData("4539526018151742")]
    [InlineData("+14155550132")]
    public void Redact_OfANumberInAFieldThatHoldsWordsOfTheStandard_TakesItOut(string value)
    {
        string[] segments =
            [$"OBX|1|N||{value}|1", $"PID|1||||Lark^Ann|||F|||||{value}", $"MSH|^~\\&|A|B|C|D|||ADT^A01|1|P|2.5||||||{value}"];
        foreach (var segment in segments)
        {
            var message = $"MSH|^~\\&|A|B|C|D|20240311||ADT^A01|1|P|2.5\r{segment}\r";

            var written = FhirTestBed.Redact(message, FhirTestBed.Redactor("default"), "a.hl7");

            Assert.DoesNotContain(value, written, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("MSH|^ox jumps|A|B")]
    [InlineData("MSH|^~.&|A|B")]
    [InlineData("MSH|^^\\&|A|B")]
    [InlineData("MSH|^7\\&|A|B")]
    public void Redact_OfSignsThatValuesHold_IsRefused(string segment)
    {
        var failure = Assert.Throws<RedactionException>(
            () => FhirTestBed.Redact($"{segment}\rNTE|1||anna.lark@example.org\r", FhirTestBed.Redactor("default"), "a.hl7"));

        Assert.Equal(ErrorCodes.Malformed, failure.Code);
    }

    [Theory]
    [InlineData("PID|1||||Lark^Ann|||F|||||anna.lark@example.org")]         // a code of a county
    [InlineData("PID|1||||Lark^Ann|||F|||1 Row^^Town^anna.lark@example.org")] // a state
    [InlineData("OBX|1|N||write to anna.lark@example.org")]                  // fields that have moved
    [InlineData("BHS|^~\\&|A|B|||||anna.lark@example.org")]
    public void Redact_OfAValueInAFieldThatHoldsWordsOfTheStandard_TakesItOut(string segment)
    {
        var written = FhirTestBed.Redact($"MSH|^~\\&|A|B|C|D|20240311||ADT^A01|1|P|2.5\r{segment}\r", FhirTestBed.Redactor("default"), "a.hl7");

        Assert.DoesNotContain("anna.lark", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\r", "", "")]
    [InlineData("\n", "", "")]
    [InlineData("\r\n", "", "")]
    [InlineData("\r", "\v", "\u001C\r")]
    public void Redact_NothingFound_IsTheSameBytes(string end, string before, string after)
    {
        var message = Message.Replace("\r", end, StringComparison.Ordinal);
        var batch = $"FHS|^~\\&|A\r{before}{message}{after}{before}{message}{after}BTS|2\rFTS|1\r";
        if (before.Length > 0) batch = before + message + after + before + message + after;

        Assert.Equal(batch, FhirTestBed.Redact(batch, FhirTestBed.None, "a.hl7"));
        Assert.Equal(message, FhirTestBed.Redact(message, FhirTestBed.None, "a.txt"));
    }

    [Fact]
    public void Redact_OtherDelimiters_AreHonoured()
    {
        var message = "MSH#*%!@#LAB#X\rPID#1##8861204*** H*MR##Okparaebo*Zbigniewa@Anne\rNTE#1##Okparaebo !T! 50!F!h and a|b^c\r";
        var written = FhirTestBed.Redact(message, FhirTestBed.Default, "a.hl7");

        Assert.DoesNotContain("Okparaebo", written, StringComparison.Ordinal);
        Assert.DoesNotContain("Anne", written, StringComparison.Ordinal);
        Assert.Contains(" !T! 50!F!h and a|b^c\r", written, StringComparison.Ordinal);
        Assert.Contains("PID#1##[medical-record]***", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Redact_TextBehindTheSignsOfTheHeader_IsSearched()
    {
        var written = FhirTestBed.Redact("MSH|^~\\&# wrote to jane@example.org|A\rNTE|1||a^b\r", FhirTestBed.Default, "a.hl7");

        Assert.Equal("MSH|^~\\&# wrote to [email]|A\rNTE|1||a^b\r", written);
    }

    [Fact]
    public void Redact_EscapesInAValue_AreReadAndWritten()
    {
        var written = FhirTestBed.Redact(
            "MSH|^~\\&|A|B\rNTE|1||Mail \\X6A616E65406578616D706C652E6F7267\\ to R\\T\\D\r", FhirTestBed.Default, "a.hl7");

        Assert.Contains("NTE|1||Mail [email] to R\\T\\D\r", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Hipaa_Dates_AreShiftedAlikeForOnePatientInEveryFile()
    {
        var message = "MSH|^~\\&|A|B\rPID|1||77001^^^H^MR||A^B||19700510\rPV1" + new string('|', 45) + "202401100930\r";
        var first = FhirTestBed.Redact(message, FhirTestBed.Hipaa, "a.hl7");
        var second = FhirTestBed.Redact(message.Replace("0110", "0120", StringComparison.Ordinal), FhirTestBed.Hipaa, "b.hl7");

        Assert.Equal(TimeSpan.FromDays(10), Discharge(second) - Discharge(first));
        Assert.NotEqual(new DateTime(2024, 1, 10), Discharge(first));
    }

    [Fact]
    public void Redact_EncapsulatedText_IsRedactedAsAFile()
    {
        var data = Convert.ToBase64String("write to jane@example.org"u8);
        var written = FhirTestBed.Redact($"MSH|^~\\&|A|B\rOBX|1|ED|X||^TEXT^PLAIN^Base64^{data}||||||F\r", FhirTestBed.Default, "a.hl7");

        Assert.Contains($"^TEXT^PLAIN^Base64^{Convert.ToBase64String("write to [email]"u8)}|", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Redact_NoMessage_IsMalformed() => Assert.Equal(ErrorCodes.Malformed, Assert.Throws<RedactionException>(
        static () => new Hl7().Redact(new MemoryStream("PID|1\r"u8.ToArray()), Stream.Null, new DocumentJob(FhirTestBed.Default))).Code);

    [Theory]
    [InlineData("a.txt", "MSH|^~\\&|A|B\r", "hl7")]
    [InlineData("a.txt", "MSHA is a hormone, and so on.", "text")]
    [InlineData("a.hl7", "\vMSH|^~\\&|A|B\r\u001C\r", "hl7")]
    [InlineData("a.json", """{"resourceType":"Patient"}""", "fhir")]
    [InlineData("a.json", """{"id":"1","resourceType":"Patient"}""", "fhir")]
    [InlineData("a.json", """{"resourceType":"Invoice2"}""", "json")]
    [InlineData("a.json", """[{"resourceType":"Patient"}]""", "json")]
    [InlineData("a.ndjson", "{\"resourceType\":\"Patient\"}\n", "fhir-ndjson")]
    [InlineData("a.jsonl", "{\"a\":\"Patient\"}\n", "jsonl")]
    public void Detect_ByContent_IsTheFormat(string name, string content, string id) =>
        Assert.Equal(id, FileFormats.Detect(name, System.Text.Encoding.UTF8.GetBytes(content)).Id);

    private static DateTime Discharge(string message) => DateTime.ParseExact(
        message.Split("\rPV1")[1].Split('|')[45].TrimEnd('\r')[..8], "yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Segments and delimiters.</summary>
    private static string Skeleton(string message) => string.Concat(message.Split('\r').Select(
        static s => (s.Length > 3 ? s[..3] : s) + string.Concat(s.Skip(3).Where(static c => c is '|' or '^' or '~' or '&')) + "\r"));
}
