using System.Text;
using Xunit;

namespace Redaction.Text.Tests;

public sealed class NormalizingDetectorTests
{
    private static readonly TextRedactor s_redactor = new(
        new RedactionPolicy("label-all", new PolicyRule("label")), TextDetectors.All, TextOperators.All);

    [Theory]
    [InlineData("mail jane\u200B.roe@exam\u200Dple.com today", "mail [email] today")]
    [InlineData("mail jane.roe\uFF20example.com today", "mail [email] today")]
    [InlineData("mail jane.r\u043Ee@ex\u0430mple.\u0441om today", "mail [email] today")]
    [InlineData("GET /user?email=jane.roe%40example.com&x=1", "GET /user?email=[email]&x=1")]
    [InlineData("<p>jane.roe&#64;example.com</p>", "<p>[email]</p>")]
    [InlineData("<p>jane.roe&commat;example&period;com</p>", "<p>[email]</p>")]
    [InlineData("{\"a\":\"jane.roe\\u0040example.com\"}", "{\"a\":\"[email]\"}")]
    [InlineData("write to jane [dot] roe [at] example [dot] com please", "write to [email] please")]
    [InlineData("write to jane.roe(at)example.com please", "write to [email] please")]
    [InlineData("write to jane dot roe at example dot com please", "write to [email] please")]
    [InlineData("write to j a n e @ e x a m p l e . c o m please", "write to [email] please")]
    [InlineData("token amFuZS5yb2VAZXhhbXBsZS5jb20= ends", "token [email] ends")]
    [InlineData("card 4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 ok", "card [credit-card] ok")]
    [InlineData("card \u0664\u0661\u0661\u0661 \u0661\u0661\u0661\u0661 \u0661\u0661\u0661\u0661 \u0661\u0661\u0661\u0661 ok",
        "card [credit-card] ok")]
    [InlineData("card \U0001D7DC\U0001D7D9\U0001D7D9\U0001D7D9 1111 1111 1111 ok", "card [credit-card] ok")]
    [InlineData("SSN 536-22-l234 ok", "SSN [us.ssn] ok")]
    [InlineData("SSN 536\u201122\u20111234 ok", "SSN [us.ssn] ok")]
    [InlineData("profile: \u202Ejane.roe@example.com\u202C | active", "profile: [email] | active")]
    public void Redact_DisguisedValue_IsFound(string text, string expected)
    {
        var redacted = s_redactor.Redact(text);

        Assert.Equal(expected, redacted);
    }

    [Theory]
    [InlineData("\u041F\u0440\u0438\u0432\u0435\u0442, \u043A\u0430\u043A \u0434\u0435\u043B\u0430? 100 % "
        + "\u0433\u043E\u0442\u043E\u0432\u043E.")]
    [InlineData("Zero\u00ADwidth hyphen\u00ADation and a 5\u00A0% share & more &amp; so on")]
    [InlineData("var x = ArgumentNullException.ThrowIfNullOrWhiteSpace(VeryLongIdentifierName);")]
    [InlineData("a b c d e f g, I O U 1 2 3")]
    [InlineData("We met at noon dot on time. Look (at) this.")]
    [InlineData("Flight LH4O1 and part 10B05")]
    public void Redact_OrdinaryText_Stays(string text)
    {
        var redacted = s_redactor.Redact(text);

        Assert.Equal(text, redacted);
    }

    [Fact]
    public void Plan_DisguiseFarFromOtherFindings_FindsEachOnce()
    {
        var filler = string.Concat(Enumerable.Repeat("plain words without anything in them ", 40));
        var text = $"a@example.com {filler} b\u200B@example.com {filler} c@example.com";

        var plan = s_redactor.Plan(text);

        Assert.Equal(["a@example.com", "b\u200B@example.com", "c@example.com"],
            plan.Items.Select(i => text.Substring(i.Finding.Region.Start, i.Finding.Region.Length)));
    }

    [Fact]
    public void Plan_RandomDisguises_LeaveNoCharacterOfTheAddress()
    {
        const int Seed = 20251;
        var random = new Random(Seed);
        for (var round = 0; round < 2_000; round++)
        {
            var address = Disguise("jane.roe@example.com", random);
            var text = $"Please write to {address} before noon.";

            var redacted = s_redactor.Redact(text);

            Assert.True(redacted == "Please write to [email] before noon.", $"seed {Seed}, round {round}");
        }
    }

    [Theory]
    [InlineData("%41")]
    [InlineData("a ")]
    [InlineData("\u200B1")]
    [InlineData("1l")]
    [InlineData("QUJD")]
    [InlineData(" dot ")]
    [InlineData("&#64;")]
    [InlineData("\u0430b")]
    public void Plan_PumpedDisguise_IsWorkedThroughInLinearTime(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 400_000 / unit.Length));

        var plan = s_redactor.Plan(text);

        Assert.NotNull(plan); // quadratic work here takes minutes, and the patterns' own time limits end it earlier
    }

    private static string Disguise(string value, Random random)
    {
        var text = new StringBuilder();
        foreach (var c in value)
        {
            if (random.Next(4) == 0) text.Append((char)('\u200B' + random.Next(3)));
            text.Append(random.Next(6) switch
            {
                0 => (char)(c + 0xFEE0),
                1 => c switch { 'a' => '\u0430', 'e' => '\u0435', 'o' => '\u043E', 'p' => '\u0440', 'c' => '\u0441', _ => c },
                _ => c,
            });
        }
        return text.ToString();
    }
}
