using Xunit;

namespace Redaction.Core.Tests;

public class OverlapResolutionTests
{
    [Fact]
    public void Merge_HigherRuleWins_AndRegionIsTheUnion()
    {
        PlannedRedaction<TextSpan>[] items = [Item("url", 0, 30, 0.99f, rule: 1), Item("email", 10, 30, 0.6f, rule: 0)];

        var count = OverlapResolution.Merge(items.AsSpan());

        Assert.Equal(1, count);
        Assert.Equal(new("email"), items[0].Finding.Type);
        Assert.Equal(new TextSpan(0, 40), items[0].Finding.Region);
    }

    [Fact]
    public void Merge_SameRule_HigherScoreWins()
    {
        PlannedRedaction<TextSpan>[] items = [Item("phone", 0, 12, 0.5f, rule: 0), Item("us.ssn", 0, 11, 0.75f, rule: 0)];

        var count = OverlapResolution.Merge(items.AsSpan());

        Assert.Equal(1, count);
        Assert.Equal(new("us.ssn"), items[0].Finding.Type);
        Assert.Equal(new TextSpan(0, 12), items[0].Finding.Region);
    }

    [Fact]
    public void Merge_TouchingSpans_StayApart()
    {
        PlannedRedaction<TextSpan>[] items = [Item("a", 0, 5, 1, rule: 0), Item("a", 5, 5, 1, rule: 0)];

        Assert.Equal(2, OverlapResolution.Merge(items.AsSpan()));
    }

    [Fact]
    public void Merge_AChainOfOverlaps_BecomesOne()
    {
        PlannedRedaction<TextSpan>[] items = [Item("a", 0, 6, 1, 0), Item("a", 10, 6, 1, 0), Item("a", 5, 6, 1, 0)];

        var count = OverlapResolution.Merge(items.AsSpan());

        Assert.Equal(1, count);
        Assert.Equal(new TextSpan(0, 16), items[0].Finding.Region);
    }

    [Fact]
    public void Merge_OfSortedRunsInAnyNumber_SortsThem()
    {
        for (var runs = 1; runs <= 9; runs++)
        {
            var items = Enumerable.Range(0, 60).OrderBy(i => i * 7 % runs).Select(static i => Item("a", 10 * i, 5, 1, 0)).ToArray();

            Assert.Equal(items.Length, OverlapResolution.Merge(items.AsSpan()));
            Assert.Equal(Enumerable.Range(0, 60).Select(static i => 10 * i), items.Select(static i => i.Finding.Region.Start));
        }
    }

    private static PlannedRedaction<TextSpan> Item(string type, int start, int length, float score, int rule) =>
        new(new(new(type), new(start, length), score, "test"), rule, "label");
}
