using System.Text;
using Parquet;
using Redaction.Documents.Columns;
using Redaction.Text;
using Xunit;

namespace Redaction.Documents.Tests;

public class ParquetTests
{
    private static readonly RedactionPolicy s_policy = new(
        "test", PolicyRule.For("date", PolicyRule.Keep), new PolicyRule("label") { MinScore = 0.5f }, new PolicyRule("keep"));

    [Theory]
    [InlineData(CompressionMethod.None)]
    [InlineData(CompressionMethod.Snappy)]
    [InlineData(CompressionMethod.Zstd)]
    [InlineData(CompressionMethod.Gzip)]
    public void Redact_Table_TakesValuesOutAndKeepsTheRest(CompressionMethod compression)
    {
        var table = ParquetTables.Make(100, groups: 2, compression: compression);

        var redacted = Redact(table);

        var (before, after) = (ParquetTables.Read(table), ParquetTables.Read(redacted));
        Assert.Equal(before.Keys, after.Keys);
        foreach (var column in (string[])["id", "seen", "active"]) Assert.Equal(before[column], after[column]);
        Assert.All(after["mail"], static v => Assert.Equal("[email]", v));
        Assert.Equal(before["mail"].Length, after["mail"].Length);
        Assert.Equal(Enumerable.Range(0, 200).Select(static i => $"order {i} of [email], ok"), after["note"]);
        Assert.Equal(Enumerable.Range(0, 200).SelectMany(static i => (string[])[$"t{i}", "call [email]"]), after["tags/list/element"]);
        Assert.Empty(after["phone"]);
    }

    [Fact]
    public void Redact_NothingInStatisticsDictionariesOrMetadata_IsLeft()
    {
        var redacted = Redact(ParquetTables.Make(50, metadata: true));

        var text = Encoding.Latin1.GetString(redacted);
        Assert.DoesNotContain("@example", text, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Redact_OnManyThreads_GivesTheBytesOfOne()
    {
        var table = ParquetTables.Make(1500);

        var (one, many) = (Redact(table), Redact(table, share: new ThreadShare(4)));

        Assert.Equal(one, many);
    }

    [Fact]
    public void Redact_BytesThatNothingSearches_AreRefusedErasedOrKept()
    {
        var table = ParquetTables.Make(4, pictures: true);

        Assert.Equal(ErrorCodes.Unsearched, Assert.Throws<RedactionException>(() => Redact(table)).Code);
        Assert.Equal(["", ""], ParquetTables.Read(Redact(table, UnsearchedChoice.Erase))["photo"]);
        Assert.Equal(["010203", "010203"], ParquetTables.Read(Redact(table, UnsearchedChoice.Keep))["photo"]);
    }

    [Fact]
    public void Redact_Fields_LooksIntoThemOnly()
    {
        var job = new DocumentJob(Redactor(UnsearchedChoice.Refuse)) { Fields = [new("tags")] };
        var table = ParquetTables.Make(5);
        using var output = new MemoryStream();

        new ParquetFormat().Redact(new MemoryStream(table), output, job);

        var (before, after) = (ParquetTables.Read(table), ParquetTables.Read(output.ToArray()));
        Assert.Equal(before["mail"], after["mail"]);
        Assert.All(after["tags/list/element"], static v => Assert.DoesNotContain("@", v, StringComparison.Ordinal));
    }

    [Fact]
    public void Redact_CutOffOrChanged_IsRefusedWithoutQuoting()
    {
        var table = ParquetTables.Make(30, compression: CompressionMethod.None);
        foreach (var length in (int[])[4, 40, table.Length / 2, table.Length - 5, table.Length - 1])
        {
            var e = Assert.Throws<RedactionException>(() => Redact(table[..length]));
            Assert.Equal(ErrorCodes.Malformed, e.Code);
            Assert.DoesNotContain("example", e.ToString(), StringComparison.Ordinal);
        }
    }

    private static TextRedactor Redactor(UnsearchedChoice choice) =>
        new(s_policy, TextDetectors.All, TextOperators.All) { Unsearched = choice };

    private static byte[] Redact(byte[] table, UnsearchedChoice choice = UnsearchedChoice.Refuse, ThreadShare? share = null)
    {
        share?.Take(CancellationToken.None);
        using var output = new MemoryStream();
        new ParquetFormat().Redact(new MemoryStream(table), output, new DocumentJob(Redactor(choice)) { Share = share });
        return output.ToArray();
    }
}
