using Xunit;

namespace Redaction.Text.Tests;

/// <summary>The tables of words that only text needs are in order.</summary>
public class TextLexiconTests
{
    private static readonly LexiconTable[] s_tables = [
        TextLexicon.CourtWords, TextLexicon.Fields, TextLexicon.LegalForms, TextLexicon.NameWords, TextLexicon.PersonNames, TextLexicon.TimeZones,
        TextLexicon.UnspacedNames,
    ];

    public static TheoryData<string> Names => [.. s_tables.Select(static t => t.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Words_OfAHead_AreSorted_AndStandOnce(string name)
    {
        var table = s_tables.Single(t => t.Name == name);

        foreach (var lines in table.Lines.GroupBy(static l => l.Head))
        {
            var words = lines.SelectMany(static l => l.Words).ToArray();
            Assert.Equal(words.Distinct().Order(StringComparer.Ordinal), words);
        }
    }

    [Fact]
    public void Fields_NamesStandOnce()
    {
        var names = TextLexicon.Fields.Lines.Where(static l => !l.Head.EndsWith(" lead", StringComparison.Ordinal))
            .SelectMany(static l => l.Words).ToArray();

        Assert.Equal(names.Length, names.Select(Folded).Distinct().Count()); // accents and spaces do not count
        Assert.All(names, static name => Assert.Equal(name.ToLowerInvariant(), name));
    }

    [Theory]
    [InlineData("Kundennr.", "account-number")]
    [InlineData("N° client", "account-number")]
    [InlineData("手机", "phone")]
    [InlineData("客户手机号码", "phone")] // the words before do not count
    [InlineData("тел.", "phone")]
    [InlineData("τηλ.", "phone")]
    [InlineData("Τηλέφωνο", "phone")]
    [InlineData("số điện thoại", "phone")]
    [InlineData("เบอร์โทรศัพท์", "phone")]
    [InlineData("身份证", "national-id")]
    [InlineData("ת\"ז", "national-id")]
    [InlineData("lastName", "person")]
    [InlineData("last_name", "person")]
    [InlineData("customerPhone2", "phone")]
    [InlineData("Phone (work)", "phone")]
    [InlineData("hasło", "secret")]
    [InlineData("CVV2", "security-code")]
    public void FieldVocabulary_KnowsNamesInAnyWriting(string name, string type) =>
        Assert.Equal(type, FieldVocabulary.Of(name)?.Type.Name);

    [Theory]
    [InlineData("passwordPolicyName")]
    [InlineData("phonetic")]
    [InlineData("call")] // a label before a number, but no name of a field
    [InlineData("")]
    public void FieldVocabulary_KnowsNothingElse(string name) => Assert.Null(FieldVocabulary.Of(name));

    [Theory]
    [InlineData("maart", 3)]
    [InlineData("März", 3)]
    [InlineData("FEVRIER", 2)]
    [InlineData("sept", 9)]
    [InlineData("dic", 12)]
    [InlineData("monday", 0)]
    public void MonthNames_KnowEveryLanguage(string word, int month) => Assert.Equal(month, MonthNames.Of(word));

    [Fact]
    public void MonthNames_Longest_IsTheLongest() =>
        Assert.Equal(MonthNames.Longest, Lexicon.Months.Lines.Concat(TextLexicon.Months.Lines).SelectMany(static l => l.Words).Max(static w => w.Length));

    private static string Folded(string name)
    {
        Span<char> folded = stackalloc char[64];
        return folded[..FieldVocabulary.Fold(name, folded)].ToString();
    }
}
