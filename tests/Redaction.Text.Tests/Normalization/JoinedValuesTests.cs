using Xunit;

namespace Redaction.Text.Tests;

/// <summary>Values that a low line, a hyphen or the end of a file's name joins to words.</summary>
public class JoinedValuesTests
{
    private static readonly TextRedactor s_redactor = new(
        new RedactionPolicy("test", new PolicyRule("label") { MinScore = 0.5f }, new PolicyRule("keep")), TextDetectors.All,
        TextOperators.All)
    {
        Refiners = TextRefiners.All,
    };

    /// <summary>Words that have a form, a check digit or a label, and their types.</summary>
    public static TheoryData<string, string> Values => new()
    {
        { "iban", "DE89370400440532013000" }, { "iban", "DE89 3704 0044 0532 0130 00" },
        { "credit-card", "4111111111111111" }, { "credit-card", "4111 1111 1111 1111" }, { "credit-card", "4111_1111_1111_1111" },
        { "us.ssn", "536-22-1234" }, { "phone", "+14155550132" }, { "vehicle-id", "1HGCM82633A004352" },
        { "crypto-wallet", "0x52908400098527886E0F7030069857D2E4169EE7" }, { "mac", "00:1B:44:11:3A:B7" },
        { "secret", "ghp_16C7e42F292c6912E7710c838347Ae178B4a" }, { "se.personnummer", "850709-9805" },
    };

    [Theory, MemberData(nameof(Values))]
    public void Plan_OfAValueBetweenLowLines_FindsTheValueAlone(string type, string value)
    {
        foreach (var (before, after) in new[] { ("x_", ""), ("scan_", ".pdf"), ("old_copy_of_", " and more"), ("a1_", "") })
        {
            var text = $"see {before}{value}{after}";

            var item = Assert.Single(s_redactor.Plan(text).Items, i => i.Finding.Type.Name == type);

            Assert.Equal(new TextSpan(4 + before.Length, value.Length), item.Finding.Region);
        }
    }

    [Theory]
    [InlineData("iban", "DE89370400440532013000")]
    [InlineData("credit-card", "4111111111111111")]
    [InlineData("us.ssn", "536-22-1234")]
    [InlineData("phone", "+14155550132")]
    public void Plan_OfAValueBeforeALowLine_FindsTheValueAlone(string type, string value)
    {
        foreach (var after in new[] { "_x", "_old.pdf", "_v2", "_" })
            Assert.Equal(new TextSpan(0, value.Length),
                Assert.Single(s_redactor.Plan(value + after).Items, i => i.Finding.Type.Name == type).Finding.Region);
    }

    [Theory]
    [InlineData("phone_4155550132", "phone")]                 // only the label tells
    [InlineData("customer_phone_415-555-0132.vcf", "phone")]
    [InlineData("tel-415-555-0132.vcf", "phone")]
    [InlineData("ssn_536221234", "us.ssn")]
    [InlineData("ssn-536-22-1234.pdf", "us.ssn")]
    [InlineData("nhs_9434765919", "uk.nhs")]
    [InlineData("pesel_44051401359_old", "pl.pesel")]
    [InlineData("passport_L01X00T471", "passport")]
    [InlineData("dob_1985-03-12", "date")]
    [InlineData("card-4111111111111111-scan.pdf", "credit-card")]
    [InlineData("4111111111111111.pdf", "credit-card")]
    public void Plan_OfAValueThatItsLabelJoins_FindsWhatTheLabelSays(string text, string type) =>
        Assert.Contains(s_redactor.Plan(text).Items, i => i.Finding.Type.Name == type);

    [Theory]
    [InlineData("IMG_20240115_123456.jpg")]
    [InlineData("report_2024_01_15.csv")]
    [InlineData("backup-20240115-1234.tar.gz")]
    [InlineData("ts_1700000000123")]
    [InlineData("sha_3f786850e387550fdab836ed7e6dc881de23001b")]
    [InlineData("libfoo_1.2.3.4.so")]
    [InlineData("run_000123456789_step_4")]
    [InlineData("MAX_4155550132")]                            // a telephone number without a label or a country
    [InlineData("Q4_2024_10_000_000")]
    [InlineData("cluster_4111-1111.node-3.local")]
    [InlineData("550e8400-e29b-41d4-a716-446655440000_1")]
    [InlineData("aGVsbG8_d29ybGQ1MzYyMjEyMzQ_x9")]
    [InlineData("__asm_0x00401000_1234567")]
    [InlineData("build-4155550132")]
    public void Plan_OfAWordThatLooksLikeOne_FindsNothing(string text) => Assert.Empty(s_redactor.Plan(text).Items);
}
