using Redaction.TestKit;
using Xunit;

namespace Redaction.Core.Tests;

public class RecoveredTextTests
{
    [Fact]
    public void Locate_RangeOverPieces_IsTheirUnion()
    {
        var text = new RecoveredText<TextSpan>("ab cd ef",
            [new(new(0, 2), new(100, 2)), new(new(3, 2), new(200, 2)), new(new(6, 2), new(300, 2))]);

        Assert.Equal(TextSpan.FromBounds(100, 202), text.Locate(new(1, 3)));
        Assert.Equal(new TextSpan(300, 2), text.Locate(new(7, 1)));
    }

    [Theory]
    [InlineData(2, 1)] // the space between two pieces
    [InlineData(0, 5)] // the second piece has no place
    public void Locate_WithoutAPlace_FailsTyped(int start, int length)
    {
        var text = new RecoveredText<TextSpan>("ab cd", [new(new(0, 2), new(100, 2)), new(new(3, 2), null)]);

        var failure = Assert.Throws<RedactionException>(() => text.Locate(new(start, length)));

        Assert.Equal(ErrorCodes.NoTime, failure.Code);
    }

    [Fact]
    public void Constructor_OverlappingPieces_Throws() =>
        Assert.Throws<ArgumentException>(() => new RecoveredText<TextSpan>("abc", [new(new(0, 2), null), new(new(1, 2), null)]));

    [Fact]
    public void ToString_HoldsNoText()
    {
        Assert.DoesNotContain(Canary.Text, new RecoveredText<TextSpan>(Canary.Text, []).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Canary.Text, new TextSource(Canary.Text).ToString(), StringComparison.Ordinal);
    }
}
