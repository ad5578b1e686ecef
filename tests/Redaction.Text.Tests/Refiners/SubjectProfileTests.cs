using Xunit;

namespace Redaction.Text.Tests;

public class SubjectProfileTests
{
    private static readonly SubjectProfile s_profile = new(["Will Doeling", "Dr Anna-Maria van Exmoor"], "AB 123-456", "90217");

    [Theory]
    [InlineData("so [[will doeling]] called, will you call [[doeling]] back")] // lower case; the everyday word stays
    [InlineData("[[Will]] came.")] // capitalised it counts even where a sentence begins
    [InlineData("mrs [[van exmoor]] and [[anna]] and [[A. Exmoor]]")]
    [InlineData("record [[ab123456]], [[AB-123-456]], id [[90217]], not 902170")]
    [InlineData("[[wdoeling]]@example.com")]
    [InlineData("nothing to see here")]
    public void Refine_FindsTheSubject(string marked) => Refining.Check(s_profile, marked);

    [Fact]
    public void Refine_Names_ScoreHigh() =>
        Assert.All(Refining.Run(s_profile, "will doeling and doeling", []),
            f => Assert.True(f.Score >= 0.95f && f.Type == EntityTypes.Person));

    [Fact]
    public void Constructor_NothingToFind_Throws()
    {
        Assert.Throws<ArgumentException>(() => new SubjectProfile([]));
        Assert.Throws<ArgumentException>(() => new SubjectProfile(["12"]));
        Assert.Throws<ArgumentException>(() => new SubjectProfile(["Ann"], "12"));
    }
}
