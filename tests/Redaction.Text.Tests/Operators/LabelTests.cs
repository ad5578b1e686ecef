using Xunit;

namespace Redaction.Text.Tests;

public class LabelTests
{
    private const string Document = "ann@example.com wrote to bob@example.com, and ann@example.com got 4111 1111 1111 1111";

    [Theory]
    [InlineData("<{ENTITY}>", "<EMAIL> wrote to <EMAIL>, and <EMAIL> got <CREDIT_CARD>")] // as other products write it
    [InlineData("[{entity} {n}]", "[email 1] wrote to [email 2], and [email 1] got [credit-card 1]")] // equal values share a number
    [InlineData("***", "*** wrote to ***, and *** got ***")] // fixed text
    [InlineData("{entity}", "email wrote to email, and email got credit-card")]
    public void Write_Template_FillsItIn(string template, string expected) =>
        Assert.Equal(expected, Redactor("template", template).Redact(Document));

    [Fact]
    public void Write_NumberedWithATemplate_TakesTheTemplate()
    {
        var rule = new PolicyRule("label") { With = new([new("numbered", "true"), new("template", "({n} {entity})")]) };

        Assert.StartsWith("(1 email) wrote", new TextRedactor(new("p", rule), TextDetectors.All, TextOperators.All).Redact(Document),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{type}")] // no such placeholder
    [InlineData("{Entity}")]
    [InlineData("[{entity")] // not closed
    [InlineData("entity}]")] // not opened
    [InlineData("{{entity}}")]
    [InlineData("")]
    public void Configure_BadTemplate_NamesWhatIsValidWhenBuilt(string template)
    {
        var failure = Assert.Throws<PolicyException>(() => Redactor("template", template));

        Assert.Contains("template", failure.Message, StringComparison.Ordinal);
        Assert.Contains(template.Length == 0 ? "empty" : "{entity}, {ENTITY}, {n}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Configure_NumberedWithoutANumberInTheTemplate_Throws() =>
        Assert.Throws<ArgumentException>(() => new Label().Configure(new([new("numbered", "true"), new("template", "***")])));

    [Theory]
    [InlineData("numbered", "false")]
    [InlineData("numbered", "true")]
    [InlineData("template", "<{ENTITY}>")]
    public void Redact_Again_ChangesNothing(string option, string value)
    {
        var redactor = Redactor(option, value);
        var once = redactor.Redact(Document);

        Assert.Equal(once, redactor.Redact(once));
    }

    private static TextRedactor Redactor(string option, string value) =>
        new(new("p", new PolicyRule("label") { With = new([new(option, value)]) }), TextDetectors.All, TextOperators.All);
}
