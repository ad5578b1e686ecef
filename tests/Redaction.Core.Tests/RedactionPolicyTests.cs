using Xunit;

namespace Redaction.Core.Tests;

public class RedactionPolicyTests
{
    [Fact]
    public void Constructor_LastRuleHasACondition_Throws() =>
        Assert.Throws<ArgumentException>(() => new RedactionPolicy("p", PolicyRule.For("email", "label")));

    [Fact]
    public void Constructor_NoRules_Throws() => Assert.Throws<ArgumentException>(() => new RedactionPolicy("p"));

    [Fact]
    public void RuleFor_WeakFinding_FallsToTheNextRule()
    {
        var policy = new RedactionPolicy("p", PolicyRule.For("email", "label") with { MinScore = 0.5f }, new PolicyRule("keep"));

        Assert.Equal(0, policy.RuleFor(new("email"), 0.5f, RedactionContext.Default));
        Assert.Equal(1, policy.RuleFor(new("email"), 0.49f, RedactionContext.Default));
    }

    [Theory]
    [InlineData("epidemiology", "call-transcript", 0)]
    [InlineData("epidemiology", null, 1)] // the data type is not known, so a rule that asks for one does not match
    [InlineData("marketing", "call-transcript", 1)]
    public void RuleFor_Context_MustMeetEveryCondition(string purpose, string? dataType, int expected)
    {
        var rule = PolicyRule.For("date", "keep") with { Purpose = new Glob("epi*"), DataType = new Glob("call-transcript") };
        var policy = new RedactionPolicy("p", rule, new PolicyRule("erase"));

        Assert.Equal(expected, policy.RuleFor(new("date"), 1, new RedactionContext { Purpose = purpose, DataType = dataType }));
    }

    [Fact]
    public void TextPlanWriter_UnknownOperator_NamesTheValidOnes()
    {
        var failure = Assert.Throws<ArgumentException>(() => new TextPlanWriter(new("p", new PolicyRule("blurr")), [], "blur"));

        Assert.Contains("blurr", failure.Message, StringComparison.Ordinal);
        Assert.Contains("keep", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TextPlanWriter_ForeignOperatorInARuleForText_Throws() =>
        Assert.Throws<ArgumentException>(() => new TextPlanWriter(new("p", new PolicyRule("blur") { Medium = "text" }, new PolicyRule("keep")), [], "blur"));
}
