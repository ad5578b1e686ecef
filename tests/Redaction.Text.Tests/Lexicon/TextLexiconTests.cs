using Xunit;

namespace Redaction.Text.Tests;

/// <summary>The tables of words that only text needs are in order.</summary>
public class TextLexiconTests
{
    private static readonly LexiconTable[] s_tables = [
        TextLexicon.Fields, TextLexicon.LegalForms, TextLexicon.NameWords, TextLexicon.TimeZones,
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
        var names = TextLexicon.Fields.Lines.SelectMany(static l => l.Words).ToArray();

        Assert.Equal(names.Distinct(), names);
        Assert.All(names, static name => Assert.Matches("^[a-z0-9]+$", name));
    }

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
        Assert.Equal(MonthNames.Longest, Lexicon.Months.Lines.SelectMany(static l => l.Words).Max(static w => w.Length));
}
