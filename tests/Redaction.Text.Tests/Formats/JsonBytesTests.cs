using System.Text;
using System.Text.Json;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Text.Tests;

/// <summary>Bytes that JSON writes as numbers: texts are redacted, pictures and other files are not let through.</summary>
public class JsonBytesTests
{
    private const string Said = "write to jane@example.com now";

    public static TheoryData<string, string> Texts => new()
    {
        { "{\"a\":[", "]}" }, { "{\"type\":\"Buffer\",\"data\":[", "]}" }, { "[[1,2],[", "]]" },
        { "{ \"a\" : [ ", " ] , \"b\":12}" }, { "{\"x\":1}\n{\"a\":[", "]}\n" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Redact_Text_StaysAListOfNumbers(string before, string after)
    {
        var format = before.Contains('\n') ? DocumentFormats.JsonLines : DocumentFormats.Json;

        var written = FormatTestBed.Redact(format, before + Numbers(Said) + after);

        var said = Numbers(Said.Replace("jane@example.com", "[email]", StringComparison.Ordinal));
        Assert.Equal(before.TrimEnd() + said + after.TrimStart(), written);
    }

    [Fact]
    public void Redact_TypedArray_KeepsCounting()
    {
        var written = FormatTestBed.Redact(DocumentFormats.Json, "{\"t\":" + Indexed(Encoding.UTF8.GetBytes(Said)) + "}");

        using var document = JsonDocument.Parse(written);
        var text = new string([.. document.RootElement.GetProperty("t").EnumerateObject().Select(static m => (char)m.Value.GetInt32())]);
        Assert.Equal("write to [email] now", text);
        Assert.Equal("0", document.RootElement.GetProperty("t").EnumerateObject().First().Name);
    }

    [Fact]
    public void Redact_SignedBytesAndUnitsOfCharacters_AreTexts()
    {
        var signed = string.Join(",", Encoding.UTF8.GetBytes("Zoë, " + Said).Select(static b => (sbyte)b));
        var units = string.Join(",", ("“" + Said).Select(static c => (int)c));

        var written = FormatTestBed.Redact(DocumentFormats.Json, $"{{\"a\":[{signed}],\"b\":[{units}]}}");

        Assert.DoesNotContain(Numbers("jane"), written, StringComparison.Ordinal);
        Assert.Contains("-61,-85", written, StringComparison.Ordinal);
        Assert.Contains("8220,", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{0}]")]
    [InlineData("{{\"type\":\"Buffer\",\"data\":[{0}]}}")]
    [InlineData("{{\"a\":{{\"photo\":[\n{0}\n]}}}}")]
    public void Redact_Picture_IsRefusedOrErased(string shape)
    {
        var input = string.Format(System.Globalization.CultureInfo.InvariantCulture, shape, string.Join(", ", Picture(40_000)));

        var failure = Assert.Throws<RedactionException>(() => FormatTestBed.Redact(DocumentFormats.Json, input));
        var seen = new LedgerObserver();
        var erased = FormatTestBed.Redact(DocumentFormats.Json, input, FormatTestBed.Job(UnsearchedChoice.Erase, seen));

        Assert.Equal(ErrorCodes.Unsearched, failure.Code);
        Assert.Equal(input.Length, erased.Length);
        Assert.Equal(input.Length, seen.Ledger.Total);
        Assert.DoesNotContain(erased, static c => c is > '0' and <= '9');
        using var document = JsonDocument.Parse(erased);
    }

    [Fact]
    public void Redact_UnknownBytesOfABuffer_AreRefused()
    {
        var bytes = string.Join(",", Enumerable.Range(0, 64).Select(static i => i * 37 % 256));

        Assert.Throws<RedactionException>(() => FormatTestBed.Redact(DocumentFormats.Json, $"{{\"type\":\"Buffer\",\"data\":[{bytes}]}}"));
        Assert.Equal($"[[{bytes}]]", FormatTestBed.Redact(DocumentFormats.Json, $"[[{bytes}]]")); // pixels, labels, counts
    }

    [Theory]
    [InlineData(30_000)]
    [InlineData(400_000)]
    public void Redact_LongListsOfNumbers_AreUnchanged(int count)
    {
        var random = new Random(7);
        var input = "{\"labels\":[" + string.Join(",", Enumerable.Range(0, count).Select(_ => random.Next(0, 200))) + "],\"b\":[0,1]}";

        Assert.Equal(input, FormatTestBed.Redact(DocumentFormats.Json, input));
    }

    private static byte[] Picture(int length) =>
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Enumerable.Range(0, length).Select(static i => (byte)(i * 37))];

    private static string Numbers(string text) => string.Join(",", Encoding.UTF8.GetBytes(text));

    private static string Indexed(byte[] bytes) => "{" + string.Join(",", bytes.Select(static (b, i) => $"\"{i}\":{b}")) + "}";
}
