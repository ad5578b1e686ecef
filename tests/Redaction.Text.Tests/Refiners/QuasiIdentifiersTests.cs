using Xunit;

namespace Redaction.Text.Tests;

public class QuasiIdentifiersTests
{
    [Theory]
    [InlineData("job-title 0 organization 20 location 40", true)]
    [InlineData("age 0 nationality 20 date 400", true)]
    [InlineData("age 0 nationality 20 date 421", false)] // too far away
    [InlineData("location 0 address 20 date 40", false)] // two kinds: a place and a date
    [InlineData("person 0 organization 20 location 40", false)] // persons are found by themselves
    public void Refine_ThreeKindsTogether_AreRaised(string marked, bool raised)
    {
        var parts = marked.Split(' ');
        var given = parts.Chunk(2)
            .Select(p =>
                new Finding<TextSpan>(new(p[0]), new(int.Parse(p[1], System.Globalization.CultureInfo.InvariantCulture), 5), 0.3f,
                    "planted"));

        var all = Refining.Run(new QuasiIdentifiers(), new string('x', 500), given);

        Assert.All(all, f => Assert.Equal(raised ? 0.6f : 0.3f, f.Score));
    }

    [Fact]
    public void Refine_Strong_StaysAsItIs()
    {
        Finding<TextSpan>[] given = [new(EntityTypes.Age, new(0, 2), 0.9f, "a"), new(EntityTypes.Date, new(5, 2), 0.3f, "a"),
            new(EntityTypes.JobTitle, new(9, 2), 0.1f, "a"), new(EntityTypes.Location, new(12, 2), 0.4f, "a")];

        Assert.Equal([0.9f, 0.6f, 0.1f, 0.6f], Refining.Run(new QuasiIdentifiers(), "a long enough text", given).Select(f => f.Score));
    }
}
