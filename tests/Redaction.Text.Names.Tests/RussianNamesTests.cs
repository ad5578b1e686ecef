using System.Text;
using System.Text.Json;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Text.Names.Tests;

/// <summary>names-russian finds what the original finds, and leaves other languages.</summary>
public sealed class RussianNamesTests : IDisposable
{
    private readonly RussianNames _names = new(null);

    public void Dispose() => _names.Dispose();

    [Fact]
    public void Sentences_GiveWhatTheOriginalFinds()
    {
        foreach (var line in File.ReadLines(Repository.PathOf("models", "training", "names-russian", "golden.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString()!;
            var expected = json.RootElement.GetProperty("spans").EnumerateArray()
                .Select(static s => (s[0].GetInt32(), s[1].GetInt32(), s[2].GetString()!)).ToArray();

            Assert.Equal(expected, Find(text));
        }
    }

    [Fact]
    public void Text_OfManyBlocks_GivesTheSameNames()
    {
        var text = string.Concat(Enumerable.Repeat("Следователь Громов допросил свидетеля Павла Лебедева.\n", 200));

        var found = Find(text);

        Assert.Equal(400, found.Length);
        Assert.Equal(2, found.Select(f => text[f.Start..f.End]).Distinct().Count());
    }

    [Theory]
    [InlineData("Вчера Анна Викторовна подписала договор.", "Вчера")]
    [InlineData("Позвоните, пожалуйста, Светлане Юрьевне.", "Позвоните")]
    public void FirstWord_ThatIsNoName_CountsForLess(string text, string word)
    {
        var findings = new FindingSink<TextSpan>();
        _names.Detect(text, findings);

        var first = findings.Items.ToArray().Where(f => f.Region.Start == 0 && f.Region.Length == word.Length);
        Assert.All(first, static f => Assert.True(f.Score < 0.5f));
        Assert.Contains(findings.Items.ToArray(), static f => f.Score >= 0.5f && f.Region.Start > 0);
    }

    [Theory]
    [InlineData("Тарас Шевченко народився в селі Моринці.")] // Ukrainian
    [InlineData("Anna Turner lives in Leeds.")]
    [InlineData("")]
    public void OtherLanguages_AreLeft(string text) => Assert.Empty(Find(text));

    [Fact]
    public void Detector_InMixedText_FindsBoth()
    {
        using var detector = NamesDetector.Create();
        const string Text = "Please call Margaret Holloway.\nЗвонила Анна Викторовна Кузнецова из Твери.";
        var findings = new FindingSink<TextSpan>();

        detector.Detect(new(Text), findings);

        var persons = findings.Items.ToArray().Where(static f => f.Type == EntityTypes.Person && f.Score >= 0.5f)
            .Select(f => Text.Substring(f.Region.Start, f.Region.Length)).ToArray();
        Assert.Contains("Margaret Holloway", persons);
        Assert.Contains("Анна Викторовна Кузнецова", persons);
    }

    [Fact]
    public void Shapes_CoverTheSignsOfTheModel()
    {
        var seen = new[] { "Б", "б", "ББ", "бб", "Бб", "Бб-Бб", "бБ", "A", "a", "AA", "aa", "Aa", "Aa-Aa", "aA",
            "!", "№", "…", "??", "12", "+7", "¿" }
            .Select(static w => RussianShape.Of(w)).ToArray();

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 61, 62, 63, 64, 64, 65], seen);
    }

    [Fact]
    public void Exception_OfABrokenFile_QuotesNothing()
    {
        byte[] broken = [.. "RNQ1"u8, 1, 0, 0, 0, 2, 0, 0, 0, 100, 0, 0, 0, 0, 1, 0, 0, 3, 0, 0, 0, .. Encoding.UTF8.GetBytes("Анна")];

        var error = Assert.Throws<RedactionException>(() => new RussianRows("names-russian", broken));

        Assert.DoesNotContain("Анна", error.ToString(), StringComparison.Ordinal);
    }

    private (int Start, int End, string Type)[] Find(string text)
    {
        var findings = new FindingSink<TextSpan>();
        _names.Detect(text, findings);
        return [.. findings.Items.ToArray().Select(static f => (f.Region.Start, f.Region.End, f.Type.Name)).Order()];
    }
}
