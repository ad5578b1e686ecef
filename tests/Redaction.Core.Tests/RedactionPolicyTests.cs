using System.Buffers;
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
        var failure = Assert.Throws<PolicyException>(() => new TextPlanWriter(new("p", new PolicyRule("blurr")), new Blur()));

        Assert.Contains("blurr", failure.Message, StringComparison.Ordinal);
        Assert.Contains("keep", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TextPlanWriter_ForeignOperatorInARuleForText_Throws() =>
        Assert.Throws<PolicyException>(
            () => new TextPlanWriter(new("p", new PolicyRule("blur") { Medium = "text" }, new PolicyRule("keep")), new Blur()));

    [Theory]
    [InlineData("other", "erase", 0)] // another id
    [InlineData("p", "label", 0)] // the same id, another rule
    [InlineData("p", "erase", 1)] // a rule that there is not
    public void Write_PlanOfAnotherPolicy_IsNoticed(string id, string @operator, int rule)
    {
        var writer = new TextPlanWriter(new("p", new PolicyRule("erase")), new Named("erase"));
        var plan = new RedactionPlan<TextSpan>(id, [new(new(EntityTypes.Email, new(0, 3), 1, "test"), rule, @operator)], 0);

        Assert.Throws<ArgumentException>(() => writer.Write("abcd", plan, new ArrayBufferWriter<char>()));
    }

    [Fact]
    public void TextPlanWriter_TwoOperatorsOfOneName_Throws() =>
        Assert.Throws<ArgumentException>(
            () => new TextPlanWriter(new("p", new PolicyRule("erase")), new Named("erase"), new Named("erase")));

    private sealed class Named(string id) : ITextOperator
    {
        public string Id => id;

        public string Description => "Erases.";

        public void Write(ReadOnlySpan<char> original, in PlannedRedaction<TextSpan> item, IBufferWriter<char> output)
        {
        }
    }

    private sealed class Blur : IOperator
    {
        public string Id => "blur";

        public string Description => "Belongs to images.";
    }
}
