using System.Text;
using Xunit;

namespace Redaction.Text.Tests;

public class EncodingTests
{
    [Theory]
    [InlineData(1252, "Bjørn Dahl bor i Ålesund og betaler med kort.")]
    [InlineData(1252, "Jürgen Müller, Straße 12, größer")]
    [InlineData(1252, "José García, señor; l’été à Besançon – «déjà»")]
    [InlineData(1252, "name;city\nZoë;Orléans\n")]
    [InlineData(1252, "BJØRN ÅS")]
    [InlineData(1252, "Þórður býr í Reykjavík og á síma")]
    [InlineData(1250, "Kovács Győző, Székesfehérvár, őszi utca")]
    [InlineData(1250, "Đorđe Čović, Šibenik")]
    [InlineData(1251, "телефон мамы и папы")]
    [InlineData(20866, "Фамилия, имя, отчество")]
    [InlineData(936, "姓名：李娜，身份证")]
    [InlineData(54936, "女士，您好！请在明天之前回复")]
    [InlineData(950, "陳小姐您好，請於明天之前回覆")]
    [InlineData(949, "안녕하세요, 박영희입니다")]
    [InlineData(932, "氏名：佐藤 花子")]
    [InlineData(51932, "氏名：佐藤 花子さん")]
    [InlineData(1250, "Paweł Wiśniewski mieszka w Łodzi, ulica Żółta")]
    [InlineData(28592, "Paweł Wiśniewski mieszka w Łodzi, ulica Żółta")]
    [InlineData(1250, "Jiří Dvořák, Plzeň, Žižkov, příjmení")]
    [InlineData(1254, "Ayşe Yılmaz, İstanbul, doğum tarihi, kişi")]
    [InlineData(1257, "Jānis Bērziņš, Rīga, ģimene")]
    [InlineData(10000, "José García vit à Orléans avec Zoë")]
    [InlineData(850, "Jürgen Müller, Köln, schön")]
    [InlineData(1251, "Иван Петров живёт в Москве, улица Ленина")]
    [InlineData(20866, "Иван Петров живёт в Москве, улица Ленина")]
    [InlineData(866, "Иван Петров живет в Москве, улица Ленина")]
    [InlineData(28595, "Иван Петров живет в Москве, улица Ленина")]
    [InlineData(1251, "Имя: Олена, тел. 380")]
    [InlineData(1253, "Γιώργος Παπαδόπουλος, Αθήνα, τηλέφωνο")]
    [InlineData(1255, "דוד כהן גר בתל אביב, טלפון")]
    [InlineData(1256, "محمد أحمد يسكن في القاهرة، هاتف")]
    [InlineData(874, "สมชาย ใจดี อยู่ที่กรุงเทพฯ โทรศัพท์")]
    [InlineData(932, "山田太郎は東京に住んでいます。電話番号は")]
    [InlineData(51932, "山田太郎は東京に住んでいます。電話番号は")]
    [InlineData(949, "김철수는 서울에 살고 있습니다. 전화번호는")]
    [InlineData(936, "张伟住在北京，他的电话号码是")]
    [InlineData(950, "張偉住在臺北，他的電話號碼是")]
    public void Guess_CodePageWithoutAWord_ReadsWhatWasWritten(int codePage, string text)
    {
        var bytes = CodePages.Of(codePage)!.GetBytes(text);

        var encoding = LegacyText.Guess(bytes);

        Assert.Equal(text, encoding?.GetString(bytes));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16be")]
    [InlineData("utf-32")]
    [InlineData("utf-32be")]
    public void Text_WideWithoutAMark_IsReadAndWritten(string name)
    {
        var encoding = CodePages.Find(name)!;
        foreach (var text in (string[])["Write to jane@example.com.\n", "Пишите: jane@example.com\n", "请写信给 jane@example.com\n"])
            Assert.Equal(text.Replace("jane@example.com", "[email]", StringComparison.Ordinal), Redact(new PlainText(), text, encoding));
    }

    [Theory]
    [InlineData("windows-1252", "Bjørn skriver til jane@example.com")]
    [InlineData("koi8-r", "Пишите на адрес jane@example.com сегодня")]
    [InlineData("shift_jis", "メールは jane@example.com です。よろしく")]
    [InlineData("gb2312", "请写信到 jane@example.com 谢谢你们")]
    [InlineData("iso-2022-jp", "メールは jane@example.com です")]
    public void Text_InAnEncodingOfItsOwn_ComesOutInIt(string name, string text)
    {
        var written = Redact(new PlainText(), text, CodePages.Find(name)!);

        Assert.Equal(text.Replace("jane@example.com", "[email]", StringComparison.Ordinal), written);
    }

    [Theory]
    [InlineData("iso-2022-jp")]
    [InlineData("shift_jis")]
    [InlineData("euc-kr")]
    [InlineData("big5")]
    [InlineData("windows-1251")]
    [InlineData("gb18030")]
    [InlineData("hz-gb-2312")]
    public void Xml_DeclaredEncoding_IsHonoured(string name)
    {
        var text = $"<?xml version=\"1.0\" encoding=\"{name}\"?><r>\uFF4A\uFF41\uFF4E\uFF45@example.com</r>";
        if (name is "windows-1251") text = text.Replace("\uFF4A\uFF41\uFF4E\uFF45", "jane", StringComparison.Ordinal);

        var written = Redact(new Xml(), text, CodePages.Find(name)!);

        Assert.EndsWith("<r>[email]</r>", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-7\"?><r>jane+AEA-example.com</r>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"x-mine\"?><r>jane</r>")]
    public void Xml_EncodingThatIsNotRead_IsRefused(string text)
    {
        var failure = Assert.Throws<RedactionException>(() => FormatTestBed.Redact(new Xml(), text));

        Assert.Equal(ErrorCodes.InvalidEncoding, failure.Code);
    }

    [Fact]
    public void Html_MetaThatIsMistaken_IsReadAsWhatItIs()
    {
        Assert.Equal("<meta charset=iso-8859-1><p>[person] Łoś: [email]</p>".Replace("[person] ", "", StringComparison.Ordinal),
            FormatTestBed.Redact(new Html(), "<meta charset=iso-8859-1><p>Łoś: jane@example.com</p>"));
    }

    [Fact]
    public void Json_Wide_ComesOutWide()
    {
        Assert.Equal("{\"a\":\"[email]\"}", Redact(new Json(), "{\"a\":\"jane@example.com\"}", CodePages.Utf16));
    }

    [Fact]
    public void Text_OneZero_IsNotTakenForWideText() => Assert.Equal(ErrorCodes.Malformed, Assert.Throws<RedactionException>(() =>
        FormatTestBed.Redact(new PlainText(), "Please write to jane@example.com before noon.\0 Thanks")).Code);

    [Fact]
    public void Text_DamagedPlace_IsRefused()
    {
        var failure = Assert.Throws<RedactionException>(() =>
            FormatTestBed.Redact(new PlainText(), [.. "Kraków, Łódź, Gdańsk, Poznań "u8, 0xFF, .. " now"u8]));

        Assert.Equal(ErrorCodes.InvalidEncoding, failure.Code);
        Assert.Contains("UTF-8", failure.Message, StringComparison.Ordinal);
    }

    private static string Redact(IDocumentFormat format, string text, Encoding encoding) =>
        encoding.GetString(FormatTestBed.Redact(format, encoding.GetBytes(text)));
}
