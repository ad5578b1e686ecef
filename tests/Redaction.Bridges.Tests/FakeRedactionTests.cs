using System.Text;
using Redaction.Testing;
using Xunit;

namespace Redaction.Bridges.Tests;

/// <summary>What applications test themselves with.</summary>
public class FakeRedactionTests
{
    [Fact]
    public async Task Engine_FindsWhatIsPlantedAndNothingElse()
    {
        var engine = FakeRedaction.Engine(("plover", "acme.bird"), ("PIN 7", "person"));

        Assert.Equal("a [acme.bird], [person], mia@example.com", engine.Text.Redact("a PLOVER, pin 7, mia@example.com"));
        using var output = new MemoryStream();
        await engine.Files.RedactAsync(new MemoryStream("{\"a\":\"plover\"}"u8.ToArray()), output, "a.json");
        Assert.Equal("{\"a\":\"[acme.bird]\"}", Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public void Failing_FailsWithTheCode() => Assert.Equal(
        ErrorCodes.Unsearched,
        Assert.Throws<RedactionException>(() => FakeRedaction.Failing(ErrorCodes.Unsearched).Text.Redact("plover")).Code);

    [Theory]
    [InlineData("a Plover", true)]
    [InlineData("{\"a\":\"\\u0070lover\"}", true)]
    [InlineData("a=pl%6Fver", true)]
    [InlineData("pl&#111;ver", true)]
    [InlineData("plo ver", false)]
    public void Left_SeesThroughEscapes(string output, bool isLeft)
    {
        Assert.Equal(isLeft ? ["plover"] : [], FakeRedaction.Left(Encoding.UTF8.GetBytes(output), "plover", "nobody"));
        Assert.Equal(isLeft && output == "a Plover", FakeRedaction.Left([0, .. Encoding.Unicode.GetBytes(output)], "plover").Count > 0);
    }
}
