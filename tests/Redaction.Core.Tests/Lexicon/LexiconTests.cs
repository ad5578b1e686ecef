using Xunit;

namespace Redaction.Core.Tests;

/// <summary>The tables of words are in order.</summary>
public class LexiconTests
{
    private static readonly LexiconTable[] s_tables =
        [Lexicon.Months, Lexicon.Weekdays, Lexicon.Titles, Lexicon.Introductions, Lexicon.Streets];

    public static TheoryData<string> Names => [.. s_tables.Select(static t => t.Name)];

    private static string[] Languages(LexiconTable table) =>
        [.. table.Lines.Select(static l => LexiconTable.LanguageOf(l.Head).ToString()).Distinct()];

    [Theory, MemberData(nameof(Names))]
    public void Words_OfAHead_StandOnce(string name)
    {
        var table = s_tables.Single(t => t.Name == name);

        foreach (var lines in table.Lines.GroupBy(static l => l.Head))
        {
            var words = lines.SelectMany(static l => l.Words).ToArray();
            Assert.Equal(words.Distinct(StringComparer.OrdinalIgnoreCase), words);
        }
    }

    [Theory]
    [InlineData("titles")]
    [InlineData("introductions")]
    [InlineData("streets")]
    public void Words_OfAHead_AreSorted(string name)
    {
        var table = s_tables.Single(t => t.Name == name);

        foreach (var lines in table.Lines.GroupBy(static l => l.Head))
            Assert.Equal(lines.SelectMany(static l => l.Words).Order(StringComparer.Ordinal), lines.SelectMany(static l => l.Words));
    }

    [Theory, MemberData(nameof(Names))]
    public void Heads_BeginWithALanguage_AndWordsAreSmall(string name)
    {
        var table = s_tables.Single(t => t.Name == name);

        Assert.All(Languages(table), static language => Assert.Matches("^[a-z]{2}$", language));
        Assert.All(table.Lines.SelectMany(static l => l.Words), static word => Assert.Equal(word.ToLowerInvariant(), word));
    }

    [Fact]
    public void Months_OfEachLanguage_AreTwelve_FullAndShort()
    {
        foreach (var language in Languages(Lexicon.Months))
        {
            Assert.Equal(12, Lexicon.Months.Words(language + " full").Length);
            Assert.Equal(12, Lexicon.Months.Words(language + " short written").Length);
        }
    }

    [Fact]
    public void Months_OtherSpellings_NameAMonth() =>
        Assert.All(
            Lexicon.Months.Lines.Select(static l => LexiconTable.KindOf(l.Head)).Except(["full", "short"]),
            static kind => Assert.InRange(int.Parse(kind), 1, 12));

    [Fact]
    public void Weekdays_OfEachLanguage_AreSeven() =>
        Assert.All(Lexicon.Weekdays.Lines, static line => Assert.Equal(7, line.Words.Length));

    [Fact]
    public void Read_LineWithoutAKind_Throws() =>
        Assert.Throws<InvalidDataException>(static () => LexiconTable.Read("x", new StringReader("words without a kind")));
}
