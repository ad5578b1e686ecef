using System.Text;
using System.Text.Json;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Text.Tests;

public class JsonTests
{
    private static readonly Json s_json = new();

    [Theory]
    [InlineData("""{ "a" : "mail jane@example.com now" }""", """{ "a" : "mail [email] now" }""")]
    [InlineData("""["jane@example.com"]""", """["[email]"]""")]
    [InlineData("""{"jane@example.com":1}""", """{"email_1":1}""")] // data ends up in names, too
    // escapes outside stay as they are written
    [InlineData("""{"a":"tab\tjane\u0040example.com \u00e9\/"}""", """{"a":"tab\t[email] \u00e9\/"}""")]
    [InlineData("""{"a":"😀 jane@example.com é"}""", """{"a":"😀 [email] é"}""")]
    [InlineData("\uFEFF{\"a\":\"jane@example.com\"}\n", "\uFEFF{\"a\":\"[email]\"}\n")]
    [InlineData("\"jane@example.com\"", "\"[email]\"")] // a bare string is a JSON text
    public void Redact_ChangesTheValueOnly(string input, string expected) => Assert.Equal(expected, FormatTestBed.Redact(s_json, input));

    [Fact]
    public void Redact_Number_BecomesNull()
    {
        var redactor = new TextRedactor(new("test", new PolicyRule("label")), [new DenyList("4111111111111111")], TextOperators.All);

        var actual = FormatTestBed.Redact(s_json, """{"card":4111111111111111,"n":12}""", new DocumentJob(redactor));

        Assert.Equal("""{"card":null,"n":12}""", actual);
    }

    [Fact]
    public void Redact_RandomDocuments_WithoutFindings_AreUnchanged_HoweverTheyArrive()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var input = Encoding.UTF8.GetBytes(RandomValue(random, 0));

            var actual = FormatTestBed.Redact(s_json, input, readSize: random.Next(1, 50));

            Assert.True(input.AsSpan().SequenceEqual(actual), $"seed {seed}");
        }
    }

    [Fact]
    public void Redact_LongerThanTheBuffer_IsRedactedThroughout()
    {
        var input = "[" + string.Join(",\n ", Enumerable.Repeat("\"write to jane@example.com\"", 20_000)) + "]";

        var actual = FormatTestBed.Redact(s_json, input);

        Assert.Equal(input.Replace("jane@example.com", "[email]", StringComparison.Ordinal), actual);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30_000)]
    public void Redact_WhatIsNoJson_TellsTheLine(int linesBefore)
    {
        var input = "[" + string.Concat(Enumerable.Repeat("\"some words\",\n", linesBefore)) + "  oops]";

        var failure = Assert.Throws<RedactionException>(() => FormatTestBed.Redact(s_json, input));

        Assert.Equal($"The file is not valid JSON at line {linesBefore + 1}, byte 3.", failure.Advice);
    }

    [Fact]
    public void Redact_OneValueLongerThanTheBuffer_IsRedacted()
    {
        var input = $"{{\"a\":\"{new string('x', 300_000)} jane@example.com\"}}";

        Assert.EndsWith("x [email]\"}", FormatTestBed.Redact(s_json, input), StringComparison.Ordinal);
    }

    [Fact]
    public void Redact_ReportsPathsAndFields()
    {
        var observer = new CollectingObserver();
        var job = new DocumentJob(FormatTestBed.Redactor) { Observer = observer, Fields = [new Glob("$.messages[*].content")] };

        var actual =
            FormatTestBed.Redact(s_json, """{"messages":[{"content":"x"},{"content":"jane@example.com","from":"joe@example.com"}]}""", job);

        Assert.Equal("$.messages[1].content", Assert.Single(observer.Items).Place.Path);
        Assert.Contains("joe@example.com", actual, StringComparison.Ordinal); // not among the fields
    }

    [Theory]
    [InlineData("{\"a\": \"jane", ErrorCodes.Truncated)]
    [InlineData("{\"a\": [1, 2", ErrorCodes.Truncated)]
    [InlineData("", ErrorCodes.Truncated)]
    [InlineData("{\"a\": nope}", ErrorCodes.Malformed)]
    [InlineData("{\"a\": 1} x", ErrorCodes.Malformed)]
    [InlineData("{'a': 1}", ErrorCodes.Malformed)]
    public void Redact_BadDocument_FailsTyped(string input, string code)
    {
        var failure = Assert.Throws<RedactionException>(() => FormatTestBed.Redact(s_json, input));

        Assert.Equal(code, failure.Code);
        Assert.DoesNotContain("jane", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Redact_NestedTooDeep_IsMalformed() =>
        Assert.Equal(ErrorCodes.Malformed,
            Assert.Throws<RedactionException>(() => FormatTestBed.Redact(s_json, new string('[', 1000))).Code);

    [Fact]
    public void Redact_InvalidUtf8_FailsTyped() =>
        Assert.Equal(ErrorCodes.InvalidEncoding,
            Assert.Throws<RedactionException>(() => FormatTestBed.Redact(s_json, [(byte)'"', 0xC3, 0x28, (byte)'"'])).Code);

    [Fact]
    public void JsonLines_KeepsLineEndsAndNamesRecords()
    {
        var observer = new CollectingObserver();
        const string input = "{\"a\":\"x\"}\r\n\r\n{\"a\":\"jane@example.com\"}\n {\"a\":2} ";

        var actual = FormatTestBed.Redact(new JsonLines(), input, new DocumentJob(FormatTestBed.Redactor) { Observer = observer });

        Assert.Equal(input.Replace("jane@example.com", "[email]", StringComparison.Ordinal), actual);
        Assert.Equal(3, Assert.Single(observer.Items).Place.Line);
    }

    [Fact]
    public void JsonLines_BadLine_IsNamed()
    {
        var failure = Assert.Throws<RedactionException>(() => FormatTestBed.Redact(new JsonLines(), "{}\n{\"" + Canary.Text + "\n{}"));

        Assert.Contains("Record 2", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary.Text, failure.ToString(), StringComparison.Ordinal);
    }

    private static string RandomValue(Random random, int depth)
    {
        string Space() => new([.. Enumerable.Range(0, random.Next(3)).Select(_ => " \n\t"[random.Next(3)])]);
        string[] strings = ["\"\"", "\"a b\"", "\"\\n\\u00e9\\\\\"", "\"é😀\"", "\"a\\\"b\""];
        return random.Next(depth > 4 ? 4 : 6) switch
        {
            0 => strings[random.Next(strings.Length)],
            1 => JsonSerializer.Serialize(random.Next(-1000, 1000)),
            2 => "true",
            3 => "null",
            4 => $"[{Space()}{string.Join($"{Space()},{Space()}", Enumerable.Range(0, random.Next(5)).Select(_ => RandomValue(random, depth + 1)))}{Space()}]",
            _ => $"{{{Space()}{string.Join($"{Space()},{Space()}", Enumerable.Range(0, random.Next(5)).Select(i => $"\"k{i}\"{Space()}:{Space()}{RandomValue(random, depth + 1)}"))}{Space()}}}",
        };
    }
}
