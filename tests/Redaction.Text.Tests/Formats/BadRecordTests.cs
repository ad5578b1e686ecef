using Xunit;

namespace Redaction.Text.Tests;

public class BadRecordTests
{
    [Fact]
    public void JsonLines_BadLines_AreLeftOutAndNamed()
    {
        var seen = new Refusals();
        const string input = "{\"a\":\"jane@example.com\"}\n{\"a\":\n[1}\n\"\\ud800\"\n{\"b\":\"call\"}\n";

        var written = FormatTestBed.Redact(new JsonLines(), input, Job(seen));

        Assert.Equal("{\"a\":\"[email]\"}\n\"\\ud800\"\n{\"b\":\"call\"}\n", written);
        Assert.Equal([(2, ErrorCodes.Truncated), (3, ErrorCodes.Malformed)], seen.Lines);
        Assert.Equal(input.Length, seen.Ledger.Total);
    }

    [Fact]
    public void JsonLines_BytesThatAreNoUtf8_AreABadLine()
    {
        var seen = new Refusals();

        var written = FormatTestBed.Redact(new JsonLines(), [.. "{\"a\":\"Łódź\"}\n{\"a\":\""u8, 0xFF, 0xC0, .. "\"}\n{}\n"u8], Job(seen));

        Assert.Equal("{\"a\":\"Łódź\"}\n{}\n"u8.ToArray(), written);
        Assert.Equal([(2, ErrorCodes.InvalidEncoding)], seen.Lines);
    }

    [Fact]
    public void JsonLines_RecordWithAPicture_IsLeftOut()
    {
        var seen = new Refusals();
        var picture = Convert.ToBase64String([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[300]]);

        var written = FormatTestBed.Redact(new JsonLines(), $"{{\"a\":1}}\n{{\"photo\":\"{picture}\"}}\n{{\"a\":2}}\n", Job(seen));

        Assert.Equal("{\"a\":1}\n{\"a\":2}\n", written);
        Assert.Equal([(2, ErrorCodes.Unsearched)], seen.Lines);
    }

    [Fact]
    public void JsonLines_NoGoodLine_IsRefused() =>
        Assert.Equal(ErrorCodes.Malformed, Assert.Throws<RedactionException>(() =>
            FormatTestBed.Redact(new JsonLines(), "]\n}\n", Job(new Refusals()))).Code);

    [Fact]
    public void JsonLines_WithoutTheWish_IsRefused() =>
        Assert.Equal(ErrorCodes.Malformed, Assert.Throws<RedactionException>(() =>
            FormatTestBed.Redact(new JsonLines(), "{}\n]\n")).Code);

    [Fact]
    public void Csv_CellThatDoesNotEnd_TakesTheRestOnly()
    {
        var seen = new Refusals();

        var written = FormatTestBed.Redact(new Csv(), "name,mail\nx,jane@example.com\ny,\"plover\nz,w\n", Job(seen));

        Assert.Equal("name,mail\nx,[email]\n", written);
        Assert.Equal([(3, ErrorCodes.Truncated)], seen.Lines);
    }

    private static DocumentJob Job(Refusals seen) => FormatTestBed.Job(UnsearchedChoice.Refuse, seen) with { LeavesOutBadRecords = true };

    private sealed class Refusals : RedactionObserver
    {
        public List<(long Line, string Code)> Lines { get; } = [];

        public SearchLedger Ledger { get; private set; } = new();

        public override void OnRecordRefused(long line, RedactionException failure) => Lines.Add((line, failure.Code));

        public override void OnSearched(SearchLedger ledger) => Ledger = ledger;
    }
}
