using Xunit;

namespace Redaction.Evaluation.Tests.Figures;

/// <summary>Edge cases, each with the value worked out by hand.</summary>
public class TextEvaluationTests
{
    [Fact]
    public void Add_NothingAtAll_HasNoRatios()
    {
        var total = Count("ten chars.", [], []).Total;

        Assert.Null(total.Strict.Precision);
        Assert.Null(total.Strict.Recall);
        Assert.Null(total.Strict.F(1));
        Assert.Equal(default, total);
    }

    [Fact]
    public void Figures_NoDocuments_HaveNoRatiosAndNoIntervals()
    {
        var overall = new TextEvaluation().Figures()["overall"];

        Assert.Equal(0, overall.Find("documents"));
        Assert.Null(overall.Find("utility", "keptShare"));
        Assert.DoesNotContain("interval95", overall["strict"].Branches.Keys);
    }

    [Fact]
    public void Add_CrossingSpans_AreWrongStrictlyAndHalfFound()
    {
        // Truth 0–6, predicted 3–9 in "ten chars.": strict 0 of 1 with one false; they overlap;
        // 3 of 6 characters of either are in the other, which is half: covered. Characters: 3 found (3, 4, 5),
        // 3 extra (6, 7, 8), 3 leaked (0, 1, 2).
        var total = Count("ten chars.", [Span(0, 6, "email")], [Span(3, 9, "email")]).Total;

        Assert.Equal(new Tally(0, 1, 1), total.Strict);
        Assert.Equal(new Tally(1, 0, 0), total.Partial);
        Assert.Equal(new Tally(1, 0, 0), total.Covered);
        Assert.Equal(new Tally(3, 3, 3), total.Characters);
    }

    [Fact]
    public void Add_LessThanHalfShared_IsNotCovered()
    {
        // Truth 0–5, predicted 3–8: 2 of 5 characters of either are shared, less than half: neither covered nor right, though they overlap.
        var total = Count("ten chars.", [Span(0, 5, "email")], [Span(3, 8, "email")]).Total;

        Assert.Equal(new Tally(0, 1, 1), total.Covered);
        Assert.Equal(new Tally(1, 0, 0), total.Partial);
    }

    [Fact]
    public void Add_TruthCoveredByTwoPieces_IsCoveredOnce()
    {
        // Truth 0–8; predictions 0–2 and 5–7 cover 4 of 8 characters: half. Both lie wholly in the truth: no false one.
        var total = Count("ten chars.", [Span(0, 8, "address")], [Span(0, 2, "location"), Span(5, 7, "postcode")]).Total;

        Assert.Equal(new Tally(1, 0, 0), total.Covered);
        Assert.Equal(new Tally(0, 2, 1), total.Partial); // no piece is of the same entity
    }

    [Fact]
    public void Add_WrongEntity_IsTypeAgnosticAndLeaksNothing()
    {
        // Same range, another entity: strict miss for one, false for the other; the range agrees; every character is covered.
        var evaluation = Count("ten chars.", [Span(0, 4, "us.ssn")], [Span(0, 4, "phone")]);

        Assert.Equal(new Tally(0, 1, 1), evaluation.Total.Strict);
        Assert.Equal(new Tally(1, 0, 0), evaluation.Total.TypeAgnostic);
        Assert.Equal(new Tally(4, 0, 0), evaluation.Total.Characters);
        Assert.Equal(new Tally(0, 0, 1), evaluation.Entities["us.ssn"].Strict);
        Assert.Equal(new Tally(1, 0, 0), evaluation.Entities["us.ssn"].Covered);
        Assert.Equal(new Tally(0, 1, 0), evaluation.Entities["phone"].Strict);
        Assert.Equal(1, evaluation.Confusion[("us.ssn", "phone")]);
    }

    [Fact]
    public void Add_OverlappingTruth_CountsACharacterOnceOverall()
    {
        // Truth 0–6 (url) and 2–4 (person), nothing predicted: 6 characters leak overall; 6 for url, 2 for person.
        var evaluation = Count("ten chars.", [Span(0, 6, "url"), Span(2, 4, "person")], []);

        Assert.Equal(6, evaluation.Total.Characters.FalseNegatives);
        Assert.Equal(6, evaluation.Entities["url"].Characters.FalseNegatives);
        Assert.Equal(2, evaluation.Entities["person"].Characters.FalseNegatives);
        Assert.Equal(1, evaluation.Confusion[("person", "none")]);
    }

    [Fact]
    public void Add_DuplicatePrediction_IsFalseStrictlyAndRightAsCover()
    {
        var total = Count("ten chars.", [Span(0, 4, "ip")], [Span(0, 4, "ip"), Span(0, 4, "ip")]).Total;

        Assert.Equal(new Tally(1, 1, 0), total.Strict); // one to one
        Assert.Equal(new Tally(1, 0, 0), total.Covered); // masking the same place twice harms nothing
    }

    [Fact]
    public void Add_ZeroLengthTruth_HasSupportAndNoCharacters()
    {
        var total = Count("ten chars.", [Span(4, 4, "person")], []).Total;

        Assert.Equal(new Tally(0, 0, 1), total.Strict);
        Assert.Equal(default, total.Characters);
    }

    [Fact]
    public void Figures_TokensLeakWhenAnyOfTheirCharactersDoes()
    {
        // "Ana Maria Lee": truth 0–13, predicted 0–7. Tokens: Ana covered; Maria half covered, so it leaks; Lee leaks. 2 of 3.
        var tokens = Count("Ana Maria Lee", [Span(0, 13, "person")], [Span(0, 7, "person")]).Figures()["overall"]["tokens"];

        Assert.Equal(3, tokens.Find("support"));
        Assert.Equal(2, tokens.Find("leaked"));
        Assert.Equal(2.0 / 3, tokens.Find("leakage")!.Value, 12);
    }

    [Fact]
    public void Figures_UtilityCountsWhatWasMaskedForNothing()
    {
        // 20 characters, truth 0–4, predicted 0–9: 9 masked, of which 5 for nothing. Kept 11/20; 5 in 20 is 250 in a thousand.
        var utility = Count("twenty characters ok", [Span(0, 4, "ip")], [Span(0, 9, "ip")]).Figures()["overall"]["utility"];

        Assert.Equal(0.55, utility.Find("keptShare")!.Value, 12);
        Assert.Equal(5, utility.Find("editDistanceOutsideSpans"));
        Assert.Equal(250, utility.Find("overMaskedPerThousandCharacters"));
    }

    [Fact]
    public void Figures_AnIdentifierIsFoundWhenAllItsMentionsAre()
    {
        // Person a: mentions 0–2 and 5–7, the second uncovered: missed. Person b: 8–9 covered: found. Quasi,
        // without an id: 3–4 covered: found.
        var direct = Identification.Direct;
        EntitySpan[] truth =
        [
            Span(0, 2, "person") with { Id = "a", Identification = direct },
            Span(5, 7, "person") with { Id = "a", Identification = direct },
            Span(8, 9, "person") with { Id = "b", Identification = direct },
            Span(3, 4, "date") with { Identification = Identification.Quasi },
        ];

        var identifiers = Count("ten chars.", truth, [Span(0, 4, "person"), Span(8, 9, "person")]).Figures()["overall"]["identifiers"];

        Assert.Equal(0.5, identifiers["direct"].Find("recall"));
        Assert.Equal(1, identifiers["quasi"].Find("recall"));
    }

    [Fact]
    public void Figures_GroupsAreCountedApart()
    {
        var evaluation = new TextEvaluation();
        evaluation.Add(new(1, "ten chars.", [Span(0, 4, "ip")]) { Groups = [("language", "de")] }, [Span(0, 4, "ip")]);
        evaluation.Add(new(2, "ten chars.", [Span(0, 4, "ip")]) { Groups = [("language", "fr")] }, []);

        var languages = evaluation.Figures()["groups"]["language"];

        Assert.Equal(1, languages["de"].Find("strict", "recall"));
        Assert.Equal(0, languages["fr"].Find("strict", "recall"));
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
    public void Add_SpanOutsideTheText_Throws() => Assert.Throws<ArgumentException>(() => Count("abc", [Span(2, 5, "ip")], []));

    private static TextEvaluation Count(string text, EntitySpan[] truth, EntitySpan[] predictions)
    {
        var evaluation = new TextEvaluation();
        evaluation.Add(new(1, text, [.. truth]), predictions);
        return evaluation;
    }

    private static EntitySpan Span(int start, int end, string entity) => new(TextSpan.FromBounds(start, end), entity);
}
