using System.Text;
using Xunit;

namespace Redaction.Text.Tests;

/// <summary>LDIF (RFC 2849).</summary>
public sealed class LdifTests
{
    private static readonly TextRedactor s_redactor = new(
        new("test", new PolicyRule("label") { MinScore = 0.5f }, new PolicyRule("keep")), TextDetectors.All, TextOperators.All)
    {
        Refiners = TextRefiners.All,
    };

    [Theory]
    [InlineData("version: 1\ndn: cn=x,dc=acme\nobjectClass: inetOrgPerson\nuidNumber: 1000\n", "version: 1\ndn: cn=x,dc=acme\nobjectClass: inetOrgPerson\nuidNumber: 1000\n")]
    [InlineData("mail: odd.ness@ex\n ample.com\nsn: Ness\n", "mail: [email]\nsn: [person]\n")]
    [InlineData("mail: odd.ness@ex\r\n ample.com\r\nuid: odness\r\n", "mail: [email]\r\nuid: [username]\r\n")]
    [InlineData("telephoneNumber;x-home: +1 415 555 0132\n", "telephoneNumber;x-home: [phone]\n")]
    [InlineData("# asked odd@example.com\n\n-\n", "# asked [email]\n\n-\n")]
    [InlineData("4111111111111111: x\n", "[credit-card]: x\n")]
    [InlineData("description: a, b; c\\n\n", "description: a, b; c\\n\n")]
    public void Redact_Attributes_SayWhatTheirValuesAre(string input, string expected) =>
        Assert.Equal(expected, FormatTestBed.Redact(new Ldif(), input, new(s_redactor)));

    [Theory]
    [InlineData("givenName:: ", "Odd", "[person]")]
    [InlineData("description:: ", "ring +1 415 555 0132 först", "[phone]")]
    [InlineData("description:: ", "först på torget", "först på torget")]
    public void Redact_Base64_IsSearchedAndStaysBase64(string name, string value, string expected)
    {
        var output = FormatTestBed.Redact(new Ldif(), name + Convert.ToBase64String(Encoding.UTF8.GetBytes(value)) + "\n", new(s_redactor));

        Assert.Equal(name + Convert.ToBase64String(Encoding.UTF8.GetBytes(expected)) + "\n", output);
    }
}
