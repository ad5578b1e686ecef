using Xunit;

namespace Redaction.Evaluation.Tests.Figures;

public class CalibrationTests
{
    [Fact]
    public void ExpectedError_WeighsBinsByFindings()
    {
        // Bin .9–1: scores .9, .9, .9 of which 2 right: |.9 − 2/3| = 7/30. Bin .2–.3: score .2, wrong:
        // |.2 − 0| = .2. (3·7/30 + 1·.2) / 4 = .225.
        var calibration = new Calibration();
        calibration.AddPrediction("person", 0.9f, true);
        calibration.AddPrediction("person", 0.9f, true);
        calibration.AddPrediction("person", 0.9f, false);
        calibration.AddPrediction("person", 0.2f, false);

        Assert.Equal(0.225, calibration.ExpectedError("person")!.Value, 6);
        Assert.Equal(3, calibration.Table("person")[9].Count);
        Assert.Null(calibration.Table("person")[5].Precision);
        Assert.Null(calibration.ExpectedError("email"));
    }

    [Theory]
    [InlineData(0.5, 0.8)] // 2 of 4 are reached at .8 and above
    [InlineData(0.75, 0.6)]
    [InlineData(1.0, null)] // one is not found at any score
    public void ThresholdFor_IsTheHighestThatKeepsTheRecall(double recall, double? expected)
    {
        var calibration = new Calibration();
        foreach (var reached in (float[])[0.9f, 0.8f, 0.6f, 0]) calibration.AddTruth("person", reached);

        Assert.Equal(expected is { } e ? (float)e : null, (float?)calibration.ThresholdFor("person", recall));
    }

    [Fact]
    public void AddPrediction_ScoreOne_FallsIntoTheLastBin()
    {
        var calibration = new Calibration();
        calibration.AddPrediction("ip", 1, true);

        Assert.Equal((1, 1.0, 1.0), calibration.Table("ip")[Calibration.Bins - 1]);
    }
}
