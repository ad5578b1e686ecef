using Xunit;

namespace Redaction.Governance.Tests;

public class RiskTableTests
{
    private static readonly string[] s_columns = ["zip", "age", "condition"];
    private static readonly string[][] s_rows =
    [
        ["130**", "<30", "heart"], ["130**", "<30", "heart"], ["130**", "<30", "virus"], ["130**", "<30", "virus"],
        ["1485*", ">40", "cancer"], ["1485*", ">40", "heart"], ["1485*", ">40", "virus"], ["1485*", ">40", "virus"],
        ["130**", "3*", "cancer"], ["130**", "3*", "cancer"], ["130**", "3*", "cancer"], ["130**", "3*", "cancer"],
    ];

    // The 4-anonymous table of the paper that introduces l-diversity (Machanavajjhala et al., 2006): its last class has one condition only.
    [Fact]
    public void Measure_TextbookTable_HasItsFigures()
    {
        var report = RiskTable.Measure(s_columns, s_rows, ["zip", "age"], "condition");

        Assert.Equal((12, 3, 4, 0, 1), (report.Rows, report.Classes, report.K, report.Uniques, report.L));
        Assert.Equal(1, report.EntropyL!.Value, 9);
        Assert.Equal(7.0 / 12, report.T!.Value, 9); // the class of cancer alone: 1 against 5/12
        Assert.Equal((0.25, 0.25, 0.25), (report.ProsecutorRisk, report.JournalistRisk, report.MarketerRisk));
        Assert.Equal("age", report.GeneraliseFirst);
    }

    [Fact]
    public void Measure_Uniques_AreCountedAndThePopulationHelps()
    {
        string[][] rows = [["a", "1", "x"], ["b", "1", "x"], ["b", "1", "y"]];
        string[][] population = [["a", "1", ""], ["a", "1", ""], ["a", "1", ""], ["b", "1", ""], ["b", "1", ""]];

        var report = RiskTable.Measure(s_columns, rows, ["zip", "age"], null, population);

        Assert.Equal((1, 1, 1.0, 0.5), (report.K, report.Uniques, report.ProsecutorRisk, report.JournalistRisk));
        Assert.Equal("zip", report.GeneraliseFirst);
    }

    [Fact]
    public void Measure_RandomTables_AgreeWithCountingPairs()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            var rows = Enumerable.Range(0, random.Next(1, 60))
                .Select(_ => new[] { $"{random.Next(4)}", $"{random.Next(4)}", $"{random.Next(3)}" }).ToArray();
            var sizes = rows.Select(r => rows.Count(o => o[0] == r[0] && o[1] == r[1])).ToArray();

            var report = RiskTable.Measure(s_columns, rows, ["zip", "age"]);

            Assert.True(report.K == sizes.Min() && report.Uniques == sizes.Count(s => s == 1), $"seed {seed}");
            Assert.Equal(report.MarketerRisk, sizes.Sum(s => 1.0 / s) / rows.Length, 9);
        }
    }

    [Fact]
    public void Measure_UnknownColumn_NamesTheValidOnes() =>
        Assert.Contains("zip, age, condition",
            Assert.Throws<ArgumentException>(() => RiskTable.Measure(s_columns, s_rows, ["town"])).Message, StringComparison.Ordinal);
}
