using Xunit;

namespace Redaction.Text.Tests;

/// <summary>Names in scripts without capitals, and what is nobody's there.</summary>
public class ScriptNameTests
{
    [Theory]
    [InlineData("李志明说他同意。", "李志明")]
    [InlineData("我叫陈晓丽，住在杭州。", "陈晓丽")]
    [InlineData("请联系诸葛明先生。", "诸葛明")]
    [InlineData("王先生您好", "王")]
    [InlineData("渡辺 恵子 様", "渡辺 恵子")]
    [InlineData("中村大輔さんから連絡", "中村大輔")]
    [InlineData("高橋由美子が来た", "高橋由美子")]
    [InlineData("박지훈 씨가 왔습니다", "박지훈")]
    [InlineData("제 이름은 최유진입니다", "최유진")]
    [InlineData("ชื่อ นายวิชัย ทองดี อายุ 40", "วิชัย ทองดี")]
    [InlineData("Врач Пётр Сергеевич Громов", "Пётр Сергеевич Громов")]
    [InlineData("подписал Громов П. С.", "Громов П. С.")]
    [InlineData("שמי דנה לוי ואני מחיפה", "דנה לוי")]
    [InlineData("اسمي فاطمة الحربي", "فاطمة الحربي")]
    [InlineData("मेरा नाम राहुल शर्मा है", "राहुल शर्मा")]
    [InlineData("Nazywam się Ewa Zych", "Ewa Zych")]
    [InlineData("Με λένε Άννα Ράλλη", "Άννα Ράλλη")]
    [InlineData("Jag heter Björn Åkesson", "Björn Åkesson")]
    [InlineData("Казвам се Иван Петров", "Иван Петров")]
    public void Detect_Name_IsFound(string text, string name) => Assert.Contains(name, Found(text));

    [Theory]
    [InlineData("高速公路的建设")] // a family name begins an ordinary word
    [InlineData("于是他说")]
    [InlineData("周期性是问题")]
    [InlineData("お客様の仕様は同様です")] // titles in other words
    [InlineData("担当者様と患者さん")]
    [InlineData("山口県の林業")] // a family name in a place
    [InlineData("구매자님 감사합니다")] // what somebody is
    [InlineData("선생님 안녕하세요")]
    [InlineData("นายกรัฐมนตรีกล่าว")] // "prime minister"
    [InlineData("и т. д. и т. п.")]
    [InlineData("Верховна Рада")]
    public void Detect_Others_AreLeft(string text) => Assert.Empty(Found(text));

    private static string[] Found(string text)
    {
        var sink = new FindingSink<TextSpan>();
        PersonByContext.Detector.Detect(new TextSource(text), sink);
        return [.. sink.Items.ToArray().Where(static f => f.Score >= 0.5f).Select(f => text.Substring(f.Region.Start, f.Region.Length))];
    }
}
