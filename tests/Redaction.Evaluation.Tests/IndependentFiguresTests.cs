using System.Globalization;
using System.Text.Json;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Evaluation.Tests;

/// <summary>Every figure equals the one that Independent/figures.py computed in another language and another way, to four decimals and beyond.</summary>
public class IndependentFiguresTests
{
    private const int Decimals = 9;

    private static readonly JsonElement s_data = JsonDocument.Parse(
        File.ReadAllText(Repository.PathOf("tests", "Redaction.Evaluation.Tests", "Independent", "figures.json"))).RootElement;

    [Fact]
    public void Spans_EqualTheIndependentComputation()
    {
        var scorer = new SpanScorer();
        foreach (var document in s_data.GetProperty("documents").EnumerateArray())
            scorer.Add(document.GetProperty("length").GetInt32(), Spans(document, "truth"), Spans(document, "predictions"));

        var expected = s_data.GetProperty("spans");
        AssertTally(expected, "strict", scorer.Strict);
        AssertTally(expected, "agnostic", scorer.TypeAgnostic);
        AssertTally(expected, "characters", scorer.Characters);
        Assert.Equal(expected.GetProperty("leaking").GetInt32(), scorer.LeakingDocuments);
    }

    [Theory]
    [InlineData(0.4)]
    [InlineData(0.5)]
    [InlineData(0.7)]
    public void Boxes_EqualTheIndependentComputation(double threshold)
    {
        var scorer = new BoxScorer(threshold);
        foreach (var image in s_data.GetProperty("images").EnumerateArray())
            scorer.Add(Boxes(image, "truth"), Boxes(image, "predictions"));

        var expected = s_data.GetProperty("boxes").GetProperty(threshold.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(expected.GetProperty("ap").GetDouble(), scorer.AveragePrecision()!.Value, Decimals);
        foreach (var rate in expected.GetProperty("recall_at").EnumerateObject())
            Assert.Equal(rate.Value.GetDouble(), scorer.RecallAt(double.Parse(rate.Name, CultureInfo.InvariantCulture))!.Value, Decimals);
    }

    private static void AssertTally(JsonElement expected, string name, Tally tally)
    {
        Assert.Equal(expected.GetProperty(name).EnumerateArray().Select(n => n.GetInt64()), [tally.TruePositives, tally.FalsePositives, tally.FalseNegatives]);
        double[] ratios = [tally.Precision!.Value, tally.Recall!.Value, tally.F(1)!.Value, tally.F(2)!.Value];
        foreach (var (ratio, index) in expected.GetProperty(name + "_ratios").EnumerateArray().Select((e, i) => (e.GetDouble(), i)))
            Assert.Equal(ratio, ratios[index], Decimals);
    }

    private static EntitySpan[] Spans(JsonElement document, string name) => [.. document.GetProperty(name).EnumerateArray()
        .Select(s => new EntitySpan(TextSpan.FromBounds(s[0].GetInt32(), s[1].GetInt32()), s[2].GetString()!))];

    private static Box[] Boxes(JsonElement image, string name) => [.. image.GetProperty(name).EnumerateArray()
        .Select(b => new Box(b[0].GetDouble(), b[1].GetDouble(), b[2].GetDouble(), b[3].GetDouble(), b.GetArrayLength() > 4 ? b[4].GetDouble() : 1))];
}
