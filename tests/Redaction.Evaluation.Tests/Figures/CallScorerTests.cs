using Xunit;

namespace Redaction.Evaluation.Tests.Figures;

/// <summary>Edge cases, each with the value worked out by hand.</summary>
public class CallScorerTests
{
    [Fact]
    public void Add_OverlappingMasks_CountTimeOnce()
    {
        // Truth 1–2 s. Masks 0.5–1.5 and 1.0–2.5 join to 0.5–2.5: 2 s, of which 1 s is true. P = 1/2, R = 1, F1 = 2/3, over-masking 2.
        var scorer = new CallScorer();
        scorer.Add([new(1, 2)], [], [new(0.5, 1.5), new(1.0, 2.5)]);

        Assert.Equal(0.5, scorer.FramePrecision!.Value, 12);
        Assert.Equal(1, scorer.FrameRecall!.Value, 12);
        Assert.Equal(2.0 / 3, scorer.FrameF1!.Value, 12);
        Assert.Equal(2, scorer.OverMasking!.Value, 12);
        Assert.Equal(0, scorer.LeakingCalls);
    }

    [Theory]
    [InlineData(1.0, 0)] // strict: half a word is heard
    [InlineData(0.5, 1)] // half is enough
    public void Add_HalfAWordMasked_CountsByCoverage(double coverage, int found)
    {
        var scorer = new CallScorer(coverage);
        scorer.Add([new(1, 2)], [], [new(1.5, 3)]);

        Assert.Equal(found, scorer.Words.TruePositives);
        Assert.Equal(1 - found, scorer.LeakingCalls);
    }

    [Fact]
    public void Add_OtherWordMasked_IsFalse()
    {
        var scorer = new CallScorer();
        scorer.Add([], [new(0, 1), new(2, 3)], [new(0, 1)]);

        Assert.Equal(new Tally(0, 1, 0), scorer.Words);
        Assert.Null(scorer.FrameRecall); // nothing to mask
        Assert.Equal(0, scorer.FramePrecision);
    }

    [Fact]
    public void Add_NothingAtAll_HasNoRatios()
    {
        var scorer = new CallScorer();
        scorer.Add([], [], []);

        Assert.Null(scorer.FrameF1);
        Assert.Null(scorer.OverMasking);
    }
}
