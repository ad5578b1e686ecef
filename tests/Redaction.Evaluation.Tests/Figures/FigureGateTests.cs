using System.Text;
using Xunit;

namespace Redaction.Evaluation.Tests.Figures;

public class FigureGateTests
{
    [Theory]
    [InlineData("""{"overall":{"recall":0.9}}""", 0)] // equal is enough
    [InlineData("""{"overall":{"recall":0.91}}""", 1)]
    [InlineData("""{"overall":{"leakedMax":3}}""", 0)]
    [InlineData("""{"overall":{"leakedMax":2}}""", 1)]
    [InlineData("""{"overall":{"recal":0.1}}""", 1)] // a misspelt figure is a failure, not a pass
    [InlineData("""{"entities":{"person":{"recall":0.1}}}""", 1)]
    public void Failures_CountWhatDoesNotHold(string gate, int failures)
    {
        var figures = new FigureTree();
        figures["overall"].Set("recall", 0.9);
        figures["overall"].Set("leaked", 3);

        Assert.Equal(failures, Read(gate).Failures(figures).Length);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"overall":"0.9"}""")]
    [InlineData("{")]
    public void Read_AnotherShape_IsMalformed(string gate) =>
        Assert.Equal(ErrorCodes.Malformed, Assert.Throws<RedactionException>(() => Read(gate)).Code);

    private static FigureGate Read(string json) => FigureGate.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));
}
