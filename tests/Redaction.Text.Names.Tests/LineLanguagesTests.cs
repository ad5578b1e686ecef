using Xunit;

namespace Redaction.Text.Names.Tests;

/// <summary>Lines go to names-many only in its languages.</summary>
public sealed class LineLanguagesTests
{
    [Theory]
    [InlineData("会议将于明天上午举行。", "zh")]
    [InlineData("会議は明日の朝に行われます。", "ja")]
    [InlineData("회의는 내일 아침에 열립니다.", "ko")]
    [InlineData("يبدأ الاجتماع صباح الغد.", "ar")]
    [InlineData("הישיבה תתחיל מחר בבוקר.", "he")]
    [InlineData("Η συνεδρίαση αρχίζει αύριο το πρωί.", "el")]
    [InlineData("Засідання почнеться завтра вранці.", "uk")]
    [InlineData("बैठक कल सुबह शुरू होगी।", "hi")]
    [InlineData("Toplantı yarın sabah başlayacak ve öğlene kadar sürecek.", "tr")]
    [InlineData("Spotkanie zaczyna się jutro rano, ale nie wiem, gdzie.", "pl")]
    [InlineData("Schůze začíná zítra ráno, ale nevím kde.", "cs")]
    [InlineData("Az ülés holnap reggel kezdődik, de nem tudom, hol.", "hu")]
    [InlineData("Ședința începe mâine dimineață și nu știu unde este.", "ro")]
    [InlineData("Mötet börjar i morgon, men jag vet inte var det är.", "sv")]
    [InlineData("Mødet begynder i morgen, men jeg ved ikke hvor det er.", "da")]
    [InlineData("Cuộc họp bắt đầu vào sáng mai.", "vi")]
    [InlineData("Rapat dimulai besok pagi dan saya tidak tahu di mana.", "id")]
    public void Line_InALanguageOfTheModel_IsToldByScriptAndWords(string line, string language) =>
        Assert.Equal(language, LineLanguages.OfLine(line, null)?.Code);

    [Theory]
    [InlineData("The meeting starts tomorrow morning, but I do not know where it is.")]
    [InlineData("Die Sitzung beginnt morgen früh, aber ich weiß nicht, wo sie ist.")]
    [InlineData("La réunion commence demain matin, mais je ne sais pas où.")]
    [InlineData("La reunión empieza mañana, pero no sé dónde es.")]
    [InlineData("A reunião começa amanhã de manhã, mas não sei onde é.")]
    [InlineData("La riunione comincia domani mattina, ma non so dove sia.")]
    [InlineData("De vergadering begint morgen, maar ik weet niet waar het is.")]
    [InlineData("Совещание начнётся завтра утром.")]
    [InlineData("جلسه فردا صبح شروع می‌شود.")] // Persian
    [InlineData("var total = items.Where(i => i.On).Sum(i => i.Cost);")]
    [InlineData("α = 0.05, β = 0.2, Δx → 0")]
    [InlineData("4711;2024-05-06;12,50")]
    [InlineData("")]
    public void Line_InAnotherLanguage_IsLeft(string line) => Assert.Null(LineLanguages.OfLine(line, null));

    [Fact]
    public void Line_WithoutEverydayWords_HasTheLanguageOfTheText()
    {
        const string Text = "Spotkanie zaczyna się jutro rano, ale nie wiem, gdzie jest sala.\nCzy ktoś już tam był?\nJan Nowak;Radom;42\n"
            + "This is the only line that is in English.\n";

        var stretches = ManyStretches.Of(Text);

        var stretch = Assert.Single(stretches);
        Assert.Equal("pl", stretch.Language.Code);
        Assert.Equal(Text.IndexOf("This", StringComparison.Ordinal), stretch.Span.End);
    }

    [Fact]
    public void Stretch_OfALongText_IsCutAtLines()
    {
        var text = string.Concat(Enumerable.Repeat("会议将于明天上午举行。\n", 2000));

        var stretches = ManyStretches.Of(text);

        Assert.True(stretches.Count > 1);
        Assert.Equal(0, stretches[0].Span.Start);
        Assert.Equal(text.Length, stretches[^1].Span.End);
        Assert.All(stretches.Zip(stretches.Skip(1)), static p => Assert.Equal(p.First.Span.End, p.Second.Span.Start));
        Assert.All(stretches, s => Assert.Equal('\n', text[s.Span.End - 1]));
    }

    [Fact]
    public void Stretch_OfALongLine_IsCutBehindAWord()
    {
        var text = string.Concat(Enumerable.Repeat("nie wiem, czy to jest dobre ", 1000));

        Assert.All(ManyStretches.Of(text), s => Assert.Equal(' ', text[s.Span.End - 1]));
    }
}
