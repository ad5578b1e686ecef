using System.Text.Json;
using Xunit;

namespace Redaction.Text.Tests;

/// <summary>Records of JSON Lines: what is redacted in one field is redacted in all.</summary>
public class RecordTests
{
    private static readonly JsonLines s_lines = new();
    private static readonly string[] s_found =
    [
        "My name is Ada Fell.", "mail jane.example@example.org", "phone +1 (212) 555-0142", "card number 4111 1111 1111 1111",
        "MRN: 20-4411-7", "Dear Hana Sole,", "password = hunter2x!",
        "born on 5 March 1984", "Employer: Halvorsen Kraft Ltd", "SSN 536-22-1234", "lives at 12 Elm Street, Springfield",
        "https://example.org/u/jane.example", "order for Mr Okoro", "IMEI 490154203237518",
    ];

    private static readonly string[] s_values =
    [
        "Ada Fell", "Ada", "Fell", "jane.example@example.org", "+1 (212) 555-0142", "2125550142", "4111111111111111", "20-4411-7",
        "Hana Sole", "Hana", "hunter2x!", "5 March 1984",
        "Halvorsen Kraft Ltd", "Halvorsen", "536-22-1234", "536221234", "12 Elm Street, Springfield", "Okoro", "490154203237518",
    ];

    [Theory]
    [InlineData("""{"prompt":"My name is Ada Fell.","chosen":"Hello Ada!","rejected":"fell or ADA FELL"}""",
        """{"prompt":"My name is [person].","chosen":"Hello [person]!","rejected":"[person] or [person]"}""")]
    [InlineData("""{"completion":"it is hunter2x! then","prompt":"password = hunter2x!"}""",
        """{"completion":"it is [secret] then","prompt":"password = [secret]"}""")]
    [InlineData("""{"messages":[{"content":"MRN: 20-4411-7"},{"content":"about 20-4411-7."}]}""",
        """{"messages":[{"content":"MRN: [medical-record]"},{"content":"about [medical-record]."}]}""")]
    [InlineData("""{"a":"Dear Will Okoro","b":"it will be fine"}""", """{"a":"Dear [person]","b":"it will be fine"}""")] // a verb
    public void Redact_ValueOfAnotherField_IsRedacted(string record, string expected) =>
        Assert.Equal(expected, FormatTestBed.Redact(s_lines, record));

    [Fact]
    public void Redact_NextRecord_KnowsNothingOfTheLast() =>
        Assert.Equal("{\"a\":\"Dear [person],\"}\n{\"a\":\"hana sole\"}",
            FormatTestBed.Redact(s_lines, "{\"a\":\"Dear Hana Sole,\"}\n{\"a\":\"hana sole\"}"));

    [Fact]
    public void Redact_RandomRecords_NothingThatWasRedactedInOneFieldIsLeftInAnother()
    {
        var count = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            string[] fields = [Text(random), Text(random), Text(random)];
            var record = JsonSerializer.Serialize(new { prompt = fields[0], chosen = fields[1], meta = new { rejected = fields[2] } });
            var seen = new Values();

            using var output =
                JsonDocument.Parse(FormatTestBed.Redact(s_lines, record, new DocumentJob(FormatTestBed.Redactor) { Observer = seen }));

            var left = output.RootElement.GetProperty("prompt").GetString() + "\n" + output.RootElement.GetProperty("chosen").GetString()
                + "\n"
                + output.RootElement.GetProperty("meta").GetProperty("rejected").GetString();
            foreach (var value in seen.Found.Where(static v => v.Count(char.IsLetterOrDigit) >= 4))
            {
                count++;
                Assert.True(!left.Contains(value, StringComparison.OrdinalIgnoreCase),
                    $"seed {seed}, a value of {value.Length} characters");
            }
        }
        Assert.True(count > 1000);
    }

    [Fact]
    public void Redact_NumberedLabels_AgreeInAllFields()
    {
        var redactor = new TextRedactor(
            new("test", new PolicyRule("label") { MinScore = 0.5f, With = new OperatorOptions([new("numbered", "true")]) },
                new PolicyRule("keep")), TextDetectors.All, TextOperators.All);

        var actual = FormatTestBed.Redact(s_lines,
            """{"prompt":"Dear Hana Sole, this is Mr Okoro","chosen":"Okoro wrote to Hana","rejected":"Hana Sole and Okoro"}""",
            new DocumentJob(redactor));

        Assert.Equal(
            """{"prompt":"Dear [person 1], this is Mr [person 2]","chosen":"[person 2] wrote to [person 1]","rejected":"[person 1] and [person 2]"}""", actual);
    }

    [Fact]
    public void Redact_AllowedLiteral_StaysInEveryField()
    {
        var redactor = new TextRedactor(FormatTestBed.Redactor.Policy, AllowList.Wrap(TextDetectors.All, ["Okoro"]),
            TextOperators.All)
        { Allowed = ["Okoro"] };

        Assert.Equal("""{"a":"Dear [person],","b":"Okoro"}""",
            FormatTestBed.Redact(s_lines, """{"a":"Dear Hana Okoro,","b":"Okoro"}""", new DocumentJob(redactor)));
    }

    private static string Text(Random random) =>
        string.Join(" and ",
            Enumerable.Range(0, random.Next(1, 4))
                .Select(_ => random.Next(2) == 0 ? s_found[random.Next(s_found.Length)]
                    : "about " + s_values[random.Next(s_values.Length)]));

    private sealed class Values : RedactionObserver
    {
        public List<string> Found { get; } = [];

        public override void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text)
        {
            foreach (var item in plan.Items)
                if (item.Finding.Region is TextSpan span) Found.Add(text.Slice(span.Start, span.Length).ToString());
        }
    }
}
