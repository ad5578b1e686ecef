using System.Text;
using Xunit;

namespace Redaction.Evaluation.Tests;

public class PairedComparisonTests
{
    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(5, 5, 1)]
    [InlineData(1, 9, 0.021484375)] // 2 · (1 + 10) / 2^10
    [InlineData(0, 8, 0.0078125)] // 2 / 2^8
    [InlineData(9, 1, 0.021484375)]
    public void McNemar_FewPairs_IsTheExactProbability(long one, long other, double expected) =>
        Assert.Equal(expected, PairedComparison.McNemar(one, other), 9);

    [Fact]
    public void McNemar_ManyPairs_AgreesWithTheExactOne()
    {
        // just above and just below where the exact sum ends
        Assert.Equal(PairedComparison.McNemar(470, 530), PairedComparison.McNemar(471, 531), 2);
        Assert.InRange(PairedComparison.McNemar(900, 1400), 0, 1e-9);
    }

    [Fact]
    public void Write_SystemsThatDiffer_TellsByHowMuchAndThatItIsNoChance()
    {
        var (first, second) = (new TextEvaluation(), new TextEvaluation());
        for (var i = 0; i < 60; i++)
        {
            var document = new LabelledText(i + 1, "jane and john", [new(new(0, 4), "person"), new(new(9, 4), "person")]);
            first.Add(document, document.Spans);
            second.Add(document, i % 3 == 0 ? [document.Spans[0]] : document.Spans);
        }
        var figures = new FigureTree();

        PairedComparison.Write(figures, first, second);

        Assert.Equal((20, 0), (figures.Find("mcNemar", "onlyFirst"), figures.Find("mcNemar", "onlySecond")));
        Assert.InRange(figures.Find("mcNemar", "p")!.Value, 0, 1e-5);
        var difference = figures["coveredF2"];
        Assert.True(difference.Find("low") > 0 && difference.Find("low") < difference.Find("difference"));
        Assert.True(difference.Find("high") > difference.Find("difference"));
    }

    [Fact]
    public void Without_IgnoredLabels_CountsNeitherThemNorWhatLiesOnThem()
    {
        var document = new LabelledText(1, "jane, 44, Oslo", [new(new(0, 4), "person"), new(new(6, 2), "age"), new(new(10, 4), "location")])
            .Without([new("age")]);
        EntitySpan[] found = [new(new(0, 4), "person"), new(new(6, 2), "date"), new(new(10, 4), "age"), new(new(4, 1), "age")];

        Assert.Equal(["person", "location"], document.Spans.Select(static s => s.Entity));
        Assert.Equal([0, 10], IgnoredLabels.Counted(document, found, [new("age")]).Select(static s => s.Span.Start));
    }

    [Fact]
    public void Predictions_WrittenAndReadAsAPeer_ScoreTheSame()
    {
        var path = Path.GetTempFileName();
        try
        {
            var document = new LabelledText(1, "jané and john", [new(new(0, 4), "person"), new(new(9, 4), "person")]);
            using (var file = File.Create(path)) PredictionLines.Write(file, document, [document.Spans[0] with { Score = 0.75f }]);

            var figures = EvaluationRunner.ScorePredictions([document], SpanJsonLines.Read(path, new()));

            Assert.Equal(0.5, figures.Find("overall", "strict", "recall"));
            Assert.Contains("\"score\":0.75", File.ReadAllText(path, Encoding.UTF8), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
