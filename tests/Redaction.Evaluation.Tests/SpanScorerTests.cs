using Xunit;

namespace Redaction.Evaluation.Tests;

/// <summary>Edge cases, each with the value worked out by hand.</summary>
public class SpanScorerTests
{
    [Fact]
    public void Add_NothingAtAll_HasNoRatios()
    {
        var scorer = new SpanScorer();
        scorer.Add(10, [], []);

        Assert.Null(scorer.Strict.Precision);
        Assert.Null(scorer.Strict.Recall);
        Assert.Null(scorer.Strict.F(1));
        Assert.Equal(0, scorer.LeakingDocuments);
    }

    [Fact]
    public void Add_CrossingSpans_AreWrongStrictlyAndPartlyFound()
    {
        // Truth 0–6, predicted 3–9: strict 0 of 1 with one false; characters: 3 found (3, 4, 5), 3 extra (6, 7, 8), 3 leaked (0, 1, 2).
        var scorer = new SpanScorer();
        scorer.Add(10, [Span(0, 6, "email")], [Span(3, 9, "email")]);

        Assert.Equal(new Tally(0, 1, 1), scorer.Strict);
        Assert.Equal(new Tally(3, 3, 3), scorer.Characters);
        Assert.Equal(1, scorer.LeakingDocuments);
    }

    [Fact]
    public void Add_WrongEntity_IsTypeAgnosticAndLeaksNothing()
    {
        // Same range, another entity: strict miss for one, false for the other; the range agrees; every character is covered.
        var scorer = new SpanScorer();
        scorer.Add(10, [Span(0, 4, "us.ssn")], [Span(0, 4, "phone")]);

        Assert.Equal(new Tally(0, 1, 1), scorer.Strict);
        Assert.Equal(new Tally(1, 0, 0), scorer.TypeAgnostic);
        Assert.Equal(new Tally(4, 0, 0), scorer.Characters);
        Assert.Equal(new Tally(0, 0, 1), scorer.Entities["us.ssn"].Strict);
        Assert.Equal(new Tally(4, 0, 0), scorer.Entities["us.ssn"].Characters);
        Assert.Equal(0, scorer.LeakingDocuments);
    }

    [Fact]
    public void Add_OverlappingTruth_CountsACharacterOnceOverall()
    {
        // Truth 0–6 (url) and 2–4 (person), nothing predicted: 6 characters leak overall; 6 for url, 2 for person.
        var scorer = new SpanScorer();
        scorer.Add(10, [Span(0, 6, "url"), Span(2, 4, "person")], []);

        Assert.Equal(6, scorer.Characters.FalseNegatives);
        Assert.Equal(6, scorer.Entities["url"].Characters.FalseNegatives);
        Assert.Equal(2, scorer.Entities["person"].Characters.FalseNegatives);
    }

    [Fact]
    public void Add_DuplicatePrediction_IsFalse()
    {
        var scorer = new SpanScorer();
        scorer.Add(10, [Span(0, 4, "ip")], [Span(0, 4, "ip"), Span(0, 4, "ip")]);

        Assert.Equal(new Tally(1, 1, 0), scorer.Strict);
    }

    [Fact]
    public void Add_ZeroLengthTruth_HasSupportAndNoCharacters()
    {
        var scorer = new SpanScorer();
        scorer.Add(10, [Span(4, 4, "person")], []);

        Assert.Equal(new Tally(0, 0, 1), scorer.Strict);
        Assert.Equal(default, scorer.Characters);
    }

    [Fact]
    public void F_WeighsRecall()
    {
        // P = 1/2, R = 1/4: F1 = 2·(1/8)/(3/4) = 1/3; F2 = 5·(1/8)/(4/2 + 1/4) = 5/18.
        var tally = new Tally(1, 1, 3);

        Assert.Equal(1.0 / 3, tally.F(1)!.Value, 12);
        Assert.Equal(5.0 / 18, tally.F(2)!.Value, 12);
    }

    [Fact]
    public void Add_SpanOutsideTheText_Throws() =>
        Assert.Throws<ArgumentException>(() => new SpanScorer().Add(3, [Span(2, 5, "ip")], []));

    private static EntitySpan Span(int start, int end, string entity) => new(TextSpan.FromBounds(start, end), entity);
}
