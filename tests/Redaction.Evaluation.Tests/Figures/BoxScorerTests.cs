using Xunit;

namespace Redaction.Evaluation.Tests.Figures;

/// <summary>Edge cases, each with the value worked out by hand.</summary>
public class BoxScorerTests
{
    private static readonly Box s_a = new(0, 0, 10, 10);
    private static readonly Box s_b = new(100, 0, 10, 10);

    [Fact]
    public void AveragePrecision_NoTruth_IsNull()
    {
        var scorer = new BoxScorer(0.5);
        scorer.Add([], [s_a]);

        Assert.Null(scorer.AveragePrecision()); // nothing to find: no figure, rather than a 0 or a 1
        Assert.Null(scorer.RecallAt(0.5));
    }

    [Fact]
    public void AveragePrecision_NoPredictions_IsZero()
    {
        var scorer = new BoxScorer(0.5);
        scorer.Add([s_a], []);

        Assert.Equal(0, scorer.AveragePrecision());
    }

    [Fact]
    public void AveragePrecision_FalseBoxBetweenTwoHits()
    {
        // Sorted: hit (1/1), miss (1/2), hit (2/3). Interpolated: 1 up to recall 1/2, then 2/3. Area: 0.5·1 + 0.5·2/3 = 5/6.
        var scorer = new BoxScorer(0.5);
        scorer.Add([s_a, s_b], [s_a with { Score = 0.9 }, new(50, 50, 10, 10, 0.8), s_b with { Score = 0.7 }]);

        Assert.Equal(5.0 / 6, scorer.AveragePrecision()!.Value, 12);
    }

    [Fact]
    public void Add_DuplicateBox_IsFalse()
    {
        // The first takes the truth, the second is false: precision 1 at recall 1, so AP 1; without any false box allowed recall is 1.
        var scorer = new BoxScorer(0.5);
        scorer.Add([s_a], [s_a with { Score = 0.9 }, s_a with { Score = 0.8 }]);

        Assert.Equal(1, scorer.AveragePrecision());
        Assert.Equal(1, scorer.RecallAt(0));
    }

    [Fact]
    public void AveragePrecision_TiesInScore_DoNotDependOnOrder()
    {
        // One hit and one miss of the same score: one point at 1 hit, 1 miss. AP = 1 · 1/2, whichever comes first.
        Box hit = s_a with { Score = 0.5 }, miss = s_b with { Score = 0.5 };
        BoxScorer first = new(0.5), second = new(0.5);
        first.Add([s_a], [hit, miss]);
        second.Add([s_a], [miss, hit]);

        Assert.Equal(0.5, first.AveragePrecision());
        Assert.Equal(0.5, second.AveragePrecision());
        Assert.Equal(0, first.RecallAt(0)); // the tie cannot be split: at its score there is one false box in one image
    }

    [Theory]
    [InlineData(5, 0, 1.0 / 3)] // half of a 10 by 10 box shared: 50 / 150
    [InlineData(10, 0, 0)] // touching edges share nothing
    [InlineData(0, 0, 1)]
    public void Iou_ShiftedBox(double dx, double dy, double expected) =>
        Assert.Equal(expected, s_a.Iou(s_a with { X = dx, Y = dy }), 12);

    [Fact]
    public void RecallAt_StopsBeforeTheFirstScoreWithTooManyFalseBoxes()
    {
        // Two images. Allowed at 0.5 an image: one false box. Order: hit .9, miss .8, hit .7, miss .6, hit .5.
        // Up to .7 there is one miss: 2 of 3.
        var scorer = new BoxScorer(0.5, 24);
        scorer.Add([s_a, s_b], [s_a with { Score = 0.9 }, new(50, 50, 9, 9, 0.8), s_b with { Score = 0.7 }, new(70, 70, 9, 9, 0.6)]);
        scorer.Add([new(0, 0, 40, 40)], [new(0, 0, 40, 40, 0.5)]);

        Assert.Equal(2.0 / 3, scorer.RecallAt(0.5)!.Value, 12);
        Assert.Equal([1.0, 0.0], scorer.RecallByBucketAt(0.5)); // both small boxes found, the 40-pixel one lies below the cut
    }
}
