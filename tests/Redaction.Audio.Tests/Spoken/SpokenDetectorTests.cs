using System.Text;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Audio.Tests;

public class SpokenDetectorTests
{
    [Theory]
    // Turns are separated by a bar, values stand in brackets.
    [InlineData("my name is [annika bergstrom] and i need some help")]
    [InlineData("the customer name is [annika bergstrom]")]
    [InlineData("my husband's name is [annika bergstrom]")]
    [InlineData("okay name is [annika bergstrom]")]
    [InlineData("who am i speaking with|yes it's [tomasz oyelaran]")]
    [InlineData("this is [will] from the bank how are you")]
    [InlineData("thank you mister [okonjo] let me look")]
    [InlineData("and your last name|[mcgonagall m c g o n a g a l l]")]
    [InlineData("it's [smyth s m y t h]")]
    [InlineData("it is [b as in bravo o for orange y like yellow d as in delta]")]
    [InlineData("what is your date of birth|[twelve four eighty two]")]
    [InlineData("he was born on [the fifth of march nineteen eighty four] in town")]
    [InlineData("i live at [forty two wallaby crescent springfield illinois six two seven oh four]")]
    [InlineData("what's the postcode|it's [s w one a one a a]")]
    [InlineData("and the security code|[three oh five]")]
    [InlineData("could you verify the last four|sure that's [nine eight three one]")]
    [InlineData("call me on [oh seven seven double oh nine hundred one two three] after work")]
    [InlineData("my login is [jane underscore doe seven]")]
    [InlineData("see [www dot acme dash tools dot com slash help]")]
    [InlineData("the password is [fluffy bunny nine two]")]
    [InlineData("it's [jane dot doe at my company dot com]")]
    [InlineData("it is [four one one two]|mm-hmm|[five five six seven]|okay|[eight]")] // replies in the middle keep their lines
    [InlineData("my pin is [four two no wait three five]")]
    [InlineData("the number is [five five five oh one four two six]|so that's [five five five and oh one four two six]|yes")] // read back
    public void Detect_SpokenValue_IsFound(string marked) => AssertFound(marked);

    [Theory]
    [InlineData("it was a thirty six month contract")]
    [InlineData("i need two of those and three of these for four people")]
    [InlineData("since nineteen ninety nine we had no problems")]
    [InlineData("that's four hundred and fifty dollars and thirty two cents")]
    [InlineData("it's twenty five fifty for the first one and nineteen ninety nine for the other")]
    [InlineData("what's the account number|i don't have it here can you call back in ten or fifteen minutes")]
    [InlineData("the meeting is at two thirty p m")]
    [InlineData("oh i see why you are right")]
    [InlineData("this is terrible i have been on hold for an hour")]
    [InlineData("press one for sales press two for support")]
    [InlineData("use the a t m or the d v d")]
    [InlineData("version three point one four one five")]
    [InlineData("he will be there between nine and eleven")]
    [InlineData("the company name is silver harbor")]
    [InlineData("i think the policy name is global retention")]
    [InlineData("the company's name is blue falcon")]
    public void Detect_OrdinarySpeech_IsLeft(string speech) => AssertFound(speech);

    [Theory]
    [InlineData("es", "mi número de tarjeta es [cuatro uno uno uno doble dos treinta y uno cero cero siete]")]
    [InlineData("es", "mi correo es [consuelo punto ibarra arroba ejemplo punto es]")]
    [InlineData("de", "meine telefonnummer ist [null eins sieben sechs zwo drei vier fünfundsechzig]")]
    [InlineData("de", "mein name ist [annegret buchholz]")]
    [InlineData("fr", "mon numéro est [zéro six douze quatre vingt dix sept trente trois]")]
    [InlineData("fr", "je m'appelle [amandine lefort]")]
    public void Detect_OtherLanguage_IsFoundByItsTable(string language, string marked) => AssertFound(marked, language);

    [Fact]
    public void Detect_OtherDataType_FindsNothing()
    {
        var sink = new FindingSink<TextSpan>();

        new SpokenDetector().Detect(new TextSource("my pin is four two one seven", new RedactionContext { DataType = "chat" }), sink);

        Assert.Equal(0, sink.Count);
    }

    [Fact]
    public void Detect_LongerMinimum_LeavesShorterRuns()
    {
        Assert.Contains(Find("it says 12 34 56 7 here", 6), static f => f.Score >= 0.5f);
        Assert.DoesNotContain(Find("it says 12 34 56 7 here", 8), static f => f.Score >= 0.5f);
    }

    [Fact]
    public void Detect_RepeatedSpeech_TakesTimeInProportion()
    {
        const string piece = "four one two oh for to a b see you at nine dot um no wait double my name is card number ";
        var (small, large) = (string.Concat(Enumerable.Repeat(piece, 100)), string.Concat(Enumerable.Repeat(piece, 800)));
        Find(large, 6);

        var ratio = ThreadClock.Least(() => Find(large, 6)) / ThreadClock.Least(() => Find(small, 6));

        Assert.True(ratio < 30, $"eight times the words took {ratio:0.0} times the time");
    }

    [Fact]
    public void Detect_AnyCharacters_DoesNotFail()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            string[] parts = ["four", "oh", "a", "i", "dot", "at", "double", "underscore", "the", "\n", "may", "fifth", "b", "as in",
                "no wait", "7", "street", "is", "name", "'", "-", "é", "\uD83D\uDE00", "post code", "mr", "and", "hundred", "@", "."];
            var text = new StringBuilder();
            for (var i = random.Next(60); i > 0; i--) text.Append(parts[random.Next(parts.Length)]).Append(random.Next(5) == 0 ? "" : " ");

            var findings = Record.Exception(() => Find(text.ToString(), 6));

            Assert.True(findings is null, $"seed {seed}: {findings?.GetType().Name}");
        }
    }

    private static void AssertFound(string marked, string? language = "en")
    {
        var text = marked.Replace('|', '\n');
        var plain = text.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        var found = new bool[plain.Length + 1];
        foreach (var finding in Find(plain, 6, language))
            if (finding.Score >= 0.5f) Array.Fill(found, true, finding.Region.Start, finding.Region.Length);
        var actual = new StringBuilder();
        for (var i = 0; i <= plain.Length; i++)
        {
            if (i > 0 && found[i - 1] && !found[i]) actual.Append(']');
            if (found[i] && (i == 0 || !found[i - 1])) actual.Append('[');
            if (i < plain.Length) actual.Append(plain[i]);
        }

        Assert.Equal(text, actual.ToString());
    }

    private static Finding<TextSpan>[] Find(string text, int digits, string? language = "en")
    {
        var sink = new FindingSink<TextSpan>();
        new SpokenDetector(digits).Detect(
            new TextSource(text, new RedactionContext { DataType = SpokenDetector.DataType, Locale = language }), sink);
        return [.. sink.Items];
    }
}
