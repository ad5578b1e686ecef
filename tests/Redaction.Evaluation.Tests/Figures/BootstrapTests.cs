using Xunit;

namespace Redaction.Evaluation.Tests.Figures;

public class BootstrapTests
{
    [Fact]
    public void Interval_EqualDocuments_IsAPoint()
    {
        // Whatever is drawn, recall is 3/4.
        var interval = Bootstrap.Interval([.. Enumerable.Repeat(new Tally(3, 0, 1), 20)], static t => t.Recall);

        Assert.Equal((0.75, 0.75), interval);
    }

    [Fact]
    public void Interval_HoldsTheFigureAndNarrowsWithDocuments()
    {
        var (fewLow, fewHigh) = Bootstrap.Interval(Halves(20), static t => t.Recall)!.Value;
        var (manyLow, manyHigh) = Bootstrap.Interval(Halves(2000), static t => t.Recall)!.Value;

        // Half of the documents are found: the standard error of recall is .5/√n, so 95 % lie within about ±.22 for 20 and ±.022 for 2,000.
        Assert.InRange(fewLow, 0.2, 0.4);
        Assert.InRange(fewHigh, 0.6, 0.8);
        Assert.InRange(manyLow, 0.47, 0.485);
        Assert.InRange(manyHigh, 0.515, 0.53);
    }

    [Fact]
    public void Interval_SameSeed_IsTheSame() =>
        Assert.Equal(Bootstrap.Interval(Halves(50), static t => t.Recall, seed: 7),
            Bootstrap.Interval(Halves(50), static t => t.Recall, seed: 7));

    [Fact]
    public void Interval_NoDocuments_IsNull() => Assert.Null(Bootstrap.Interval([], static t => t.Recall));

    private static Tally[] Halves(int count) =>
        [.. Enumerable.Range(0, count).Select(static i => i % 2 == 0 ? new Tally(1, 0, 0) : new Tally(0, 0, 1))];
}
