using System.Globalization;
using System.Text.Json;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Evaluation.Tests.Figures;

/// <summary>Every figure equals the one that Independent/figures.py computed in another language and another way,
/// to four decimals and beyond.</summary>
public class IndependentFiguresTests
{
    private const int Decimals = 9;

    private static readonly JsonElement s_data = JsonDocument.Parse(
        File.ReadAllText(Repository.PathOf("tests", "Redaction.Evaluation.Tests", "Independent", "figures.json"))).RootElement;

    [Fact]
    public void Spans_EqualTheIndependentComputation()
    {
        var evaluation = new TextEvaluation();
        foreach (var document in s_data.GetProperty("documents").EnumerateArray())
            evaluation.Add(new(1, document.GetProperty("text").GetString()!, [.. Spans(document, "truth")]),
                Spans(document, "predictions"));

        var expected = s_data.GetProperty("spans");
        AssertTally(expected, "strict", evaluation.Total.Strict);
        AssertTally(expected, "agnostic", evaluation.Total.TypeAgnostic);
        AssertTally(expected, "partial", evaluation.Total.Partial);
        AssertTally(expected, "covered", evaluation.Total.Covered);
        AssertTally(expected, "characters", evaluation.Total.Characters);
        var overall = evaluation.Figures()["overall"];
        Assert.Equal(expected.GetProperty("leaking").GetInt32(), overall.Find("leakingDocuments"));
        Assert.Equal(expected.GetProperty("token_leakage").GetDouble(), overall.Find("tokens", "leakage")!.Value, Decimals);
        Assert.Equal(expected.GetProperty("kept").GetDouble(), overall.Find("utility", "keptShare")!.Value, Decimals);
        foreach (var error in expected.GetProperty("calibration").EnumerateObject())
            // scores are single precision
            Assert.Equal(error.Value.GetDouble(), evaluation.Calibration.ExpectedError(error.Name)!.Value, 6);
    }

    [Fact]
    public void Calls_EqualTheIndependentComputation()
    {
        var evaluation = new CallEvaluation();
        foreach (var call in s_data.GetProperty("calls").EnumerateArray())
            evaluation.Add(new("call", [.. call.GetProperty("words").EnumerateArray().Select(Word)]),
                [.. call.GetProperty("masks").EnumerateArray().Select(Seconds)]);

        var (expected, figures) = (s_data.GetProperty("call_figures"), evaluation.Figures());
        foreach (var name in (string[])["wordRecall", "otherWordsMasked", "callsWithoutLeak", "framePrecision", "frameRecall", "frameF1",
            "overMasking"])
            Assert.Equal(expected.GetProperty(name).GetDouble(), figures.Find("overall", name)!.Value, Decimals);
        foreach (var coverage in expected.GetProperty("wordF1").EnumerateObject())
            Assert.Equal(coverage.Value.GetDouble(), figures.Find("wordsAtCoverage", coverage.Name, "f1")!.Value, Decimals);
        foreach (var place in expected.GetProperty("boundaries").EnumerateObject())
            foreach (var percentile in place.Value.EnumerateObject())
                Assert.Equal(percentile.Value.GetDouble(), figures.Find("boundarySeconds", place.Name, percentile.Name)!.Value, Decimals);
    }

    private static LabelledWord Word(JsonElement word) =>
        new(word[0].GetDouble(), word[1].GetDouble(), "word", "", 0, word[2].GetString(), word[3].GetBoolean());

    private static Interval Seconds(JsonElement interval) => new(interval[0].GetDouble(), interval[1].GetDouble());

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
        Assert.Equal(expected.GetProperty(name).EnumerateArray().Select(n => n.GetInt64()),
            [tally.TruePositives, tally.FalsePositives, tally.FalseNegatives]);
        double[] ratios = [tally.Precision!.Value, tally.Recall!.Value, tally.F(1)!.Value, tally.F(2)!.Value];
        foreach (var (ratio, index) in expected.GetProperty(name + "_ratios").EnumerateArray().Select((e, i) => (e.GetDouble(), i)))
            Assert.Equal(ratio, ratios[index], Decimals);
    }

    private static EntitySpan[] Spans(JsonElement document, string name) => [.. document.GetProperty(name).EnumerateArray()
        .Select(s =>
            new EntitySpan(TextSpan.FromBounds(s[0].GetInt32(), s[1].GetInt32()), s[2].GetString()!,
                s.GetArrayLength() > 3 ? s[3].GetSingle() : 1f))];

    private static Box[] Boxes(JsonElement image, string name) => [.. image.GetProperty(name).EnumerateArray()
        .Select(b =>
            new Box(b[0].GetDouble(), b[1].GetDouble(), b[2].GetDouble(), b[3].GetDouble(),
                b.GetArrayLength() > 4 ? b[4].GetDouble() : 1))];
}
