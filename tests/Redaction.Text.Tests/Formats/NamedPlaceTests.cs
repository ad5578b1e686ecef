using Xunit;

namespace Redaction.Text.Tests;

/// <summary>The name of a place says what its value is, in every format alike.</summary>
public sealed class NamedPlaceTests
{
    [Theory]
    [InlineData("<r><password>kornblume</password></r>", "<r><password>[secret]</password></r>")]
    [InlineData("<r><ssn>512438817</ssn></r>", "<r><ssn>[us.ssn]</ssn></r>")]
    [InlineData("<p phone=\"41288553\" n=\"7\"/>", "<p phone=\"[phone]\" n=\"7\"/>")]
    [InlineData("<add key=\"ApiKey\" value=\"kornblume\"/>", "<add key=\"ApiKey\" value=\"[secret]\"/>")]
    [InlineData("<Field><Name>SSN</Name><Value>512438817</Value></Field>", "<Field><Name>SSN</Name><Value>[us.ssn]</Value></Field>")]
    [InlineData("<dict><key>password</key><string>kornblume</string></dict>", "<dict><key>password</key><string>[secret]</string></dict>")]
    [InlineData("<Password Value=\"kornblume\"/>", "<Password Value=\"[secret]\"/>")]
    [InlineData("<cvv><![CDATA[417]]></cvv>", "<cvv><![CDATA[[security-code]]]></cvv>")]
    [InlineData("<手机号>13800138000</手机号>", "<手机号>[phone]</手机号>")]
    [InlineData("<user>tbergh</user>", "<user>[username]</user>")]
    [InlineData("<user>Odd Ness</user>", "<user>[person]</user>")] // who has the account
    [InlineData("<user>admin</user>", "<user>admin</user>")] // nobody's
    [InlineData("<user>thanks</user>", "<user>thanks</user>")] // what was said
    [InlineData("<passwordPolicy>strong</passwordPolicy>", "<passwordPolicy>strong</passwordPolicy>")]
    [InlineData("<wpt lat=\"55.704712\" lon=\"-13.19\"><ele>41.25</ele></wpt>", "<wpt lat=\"[gps]\" lon=\"[gps]\"><ele>41.25</ele></wpt>")]
    [InlineData("<v:id root=\"2.16.840.1\" extension=\"483291\"/><id extension=\"\"/>", "<v:id root=\"2.16.840.1\" extension=\"[medical-record]\"/><id extension=\"\"/>")]
    [InlineData("<LatitudeDegrees>59.913912</LatitudeDegrees>", "<LatitudeDegrees>[gps]</LatitudeDegrees>")]
    [InlineData("<gml:lat>55.704712</gml:lat><lat>north</lat>", "<gml:lat>[gps]</gml:lat><lat>north</lat>")]
    [InlineData("<gpx><email id=\"tberg\" domain=\"example.com\"/></gpx>", "<gpx><email id=\"[username]\" domain=\"example.com\"/></gpx>")]
    [InlineData("<f><email id=\"tberg\"/></f>", "<f><email id=\"tberg\"/></f>")] // near miss: the name of an element
    [InlineData("<tu creationid=\"tveitan\" changeid=\"Odd Ness\"/>", "<tu creationid=\"[username]\" changeid=\"[person]\"/>")] // TMX
    [InlineData("<db value=\"Server=db7;Uid=tveitan;Pwd=kornblume;\" name=\"connectionString\"/>",
        "<db value=\"Server=db7;Uid=tveitan;Pwd=[secret];\" name=\"connectionString\"/>")] // settings, each with its name
    [InlineData("<reporter>tveitan</reporter><assignee>Odd Ness</assignee>", "<reporter>[username]</reporter><assignee>[person]</assignee>")]
    [InlineData("<id>4417</id><count>41288553</count>", "<id>4417</id><count>41288553</count>")]
    public void RedactXml_NamedPlace_IsOfThatType(string xml, string expected) =>
        Assert.Equal(expected, FormatTestBed.Redact(new Xml(), xml, Job()));

    [Theory]
    [InlineData("<input name=\"password\" value=\"kornblume\">", "<input name=\"password\" value=\"[secret]\">")]
    [InlineData("<p><label>SSN</label><span>512438817</span></p>", "<p><label>SSN</label><span>[us.ssn]</span></p>")]
    [InlineData("<label>Phone</label><input value=\"41288553\">", "<label>Phone</label><input value=\"[phone]\">")]
    [InlineData("<dl><dt>Teléfono</dt><dd>41288553</dd></dl>", "<dl><dt>Teléfono</dt><dd>[phone]</dd></dl>")]
    [InlineData("<table><tr><th>Konto</th><th>Telefon</th></tr><tr><td>73920184</td><td>41288553</td></tr></table>",
        "<table><tr><th>Konto</th><th>Telefon</th></tr><tr><td>[account-number]</td><td>[phone]</td></tr></table>")]
    [InlineData("<td data-label=\"Phone\">41288553</td>", "<td data-label=\"Phone\">[phone]</td>")]
    [InlineData("<b>Price</b> 41288553", "<b>Price</b> 41288553")]
    [InlineData("<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:x=\"http://jane.example/ns\">",
        "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:x=\"[url]\">")]
    public void RedactHtml_NamedPlace_IsOfThatType(string html, string expected) =>
        Assert.Equal(expected, FormatTestBed.Redact(new Html(), html, Job()));

    [Theory]
    [InlineData("| Kunde | Telefon |\n|---|---|\n| Odd Ness | 41288553 |\n", "| Kunde | Telefon |\n|---|---|\n| [person] | [phone] |\n")]
    [InlineData(" id | last_name\n----+-----------\n  1 | Stenmark\n", " id | last_name\n----+-----------\n  1 | [person]\n")]
    [InlineData("INSERT INTO k (id, vorname, passwort) VALUES (1, 'Odd', 'kornblume'), (2, 'O\\'Meara', NULL);",
        "INSERT INTO k (id, vorname, passwort) VALUES (1, '[person]', '[secret]'), (2, '[person]', NULL);")]
    [InlineData("INSERT [dbo].[Kunde] ([Id], [Vorname]) VALUES (1, N'Odd')\n", "INSERT [dbo].[Kunde] ([Id], [Vorname]) VALUES (1, N'[person]')\n")]
    [InlineData("COPY k (id, vorname, phone) FROM stdin;\n1\tOdd\t41288553\n2\t\\N\t\\N\n\\.\nOla\t1\n",
        "COPY k (id, vorname, phone) FROM stdin;\n1\t[person]\t\\N\n2\t\\N\t\\N\n\\.\nOla\t1\n")]
    [InlineData("NAME      PHONE    ID\n--------- -------- --\nOdd Ness  41288553 7\n\nTor Lund  41288554 7\n",
        "NAME      PHONE    ID\n--------- -------- --\n[person]  [phone] 7\n\nTor Lund  41288554 7\n")]
    [InlineData("All of them\n\nVorname\tMobile\tSize\nOdd\t41288553\t7\n", "All of them\n\nVorname\tMobile\tSize\n[person]\t[phone]\t7\n")]
    [InlineData("a\tb\n41288553\t7\n", "a\tb\n41288553\t7\n")]
    [InlineData("root:x:0:0:root:/root:/bin/sh\nodness:x:1000:1000:Odd Ness,,:/srv/x:/bin/sh\n",
        "root:x:0:0:root:/root:/bin/sh\n[username]:x:1000:1000:[person],,:/srv/x:/bin/sh\n")]
    [InlineData("odness:$apr1$b3Z1x9Qk$QkT0uC1m8rV6z4jvJdD7e0\n", "[username]:[secret]\n")]
    [InlineData("db0.internal:5432:crm:odness:kornblume\n", "db0.internal:5432:crm:[username]:[secret]\n")]
    [InlineData("machine ftp.internal login odness password kornblume7\n", "machine ftp.internal login [username] password [secret]\n")]
    [InlineData("machine x\n  login odness\n  password kornblume7\n", "machine x\n  login [username]\n  password [secret]\n")]
    [InlineData("INSERT [k] ([Id], [Vorname]) VALUES (CAST(7 AS int), N'Odd')\n", "INSERT [k] ([Id], [Vorname]) VALUES (CAST(7 AS int), N'[person]')\n")]
    [InlineData("Host bastion\n  User odness\n", "Host bastion\n  User [username]\n")]
    [InlineData("Host bastion\n  User root\nUser guide\n", "Host bastion\n  User root\nUser guide\n")]
    [InlineData("Odd NNP I-NP B-PER\nNess NNP I-NP I-PER\nskrev VB O O\n", "[person] NNP I-NP B-PER\n[person] NNP I-NP I-PER\nskrev VB O O\n")]
    [InlineData("1\tOdd\tB-PER\n2\tskrev\tO\n", "1\t[person]\tB-PER\n2\tskrev\tO\n")]
    [InlineData("The B-PER of Odd\n", "The B-PER of Odd\n")]
    [InlineData("[ti:memo]\n[ar:Odd]\n[00:01.00]la la\n", "[ti:memo]\n[ar:[person]]\n[00:01.00]la la\n")]
    [InlineData("[Script Info]\nOriginal Script: Odd\nScriptType: v4.00+\n", "[Script Info]\nOriginal Script: [person]\nScriptType: v4.00+\n")]
    [InlineData("vorname=Odd+Emil&order=7\n", "vorname=[person]&order=7\n")]
    [InlineData("$c = ConvertTo-SecureString 'kornblume' -AsPlainText -Force\n", "$c = ConvertTo-SecureString '[secret]' -AsPlainText -Force\n")]
    [InlineData("let card = 4111111111111111u64; var c = 4111111111111111L;\n", "let card = [credit-card]u64; var c = [credit-card]L;\n")]
    [InlineData("id 4111111111111111x64\n", "id 4111111111111111x64\n")]
    [InlineData("\\thanks{\\texttt{odd@example.com}}\n", "\\thanks{\\texttt{[email]}}\n")]
    [InlineData("- name: DB_PASSWORD\n  value: kornblume\n", "- name: DB_PASSWORD\n  value: [secret]\n")]
    [InlineData("Telefon\n41288553\n", "Telefon\n[phone]\n")]
    [InlineData("Agent: what is the CVV?\nCustomer: 417\n", "Agent: what is the CVV?\nCustomer: [security-code]\n")]
    [InlineData("Vorname: Odd\n", "Vorname: [person]\n")]
    [InlineData("氏名：高橋 由美子\n", "氏名：[person]\n")]
    [InlineData("密码：himawari9\n", "密码：[secret]\n")]
    [InlineData("手机13800138000", "手机[phone]")]
    [InlineData("тел. 8 912 345-67-89", "тел. [phone]")]
    [InlineData("N° client : 7392018", "N° client : [account-number]")]
    [InlineData("паспорт 9204 482913, выдан", "паспорт [national-id], выдан")]
    [InlineData("生年月日：1971年3月3日", "生年月日：[date]")]
    [InlineData("дата рождения 3 марта 1971 года", "дата рождения [date] года")]
    [InlineData("Card exp 12/27 cvc 417", "Card exp [card-expiry] cvc [security-code]")]
    [InlineData("Author: see page 12\nVersion: 41288553\nCase 3: the parser fails\n",
        "Author: see page 12\nVersion: 41288553\nCase 3: the parser fails\n")]
    public void RedactText_NamedPlace_IsOfThatType(string text, string expected) =>
        Assert.Equal(expected, FormatTestBed.Redact(new PlainText(), text, Job()));

    [Theory]
    [InlineData("{\"phone\":\"41288553\"}", "{\"phone\":\"[phone]\"}")]
    [InlineData("{\"name\":\"DB_PASSWORD\",\"value\":\"kornblume\"}", "{\"name\":\"DB_PASSWORD\",\"value\":\"[secret]\"}")]
    [InlineData("{\"value\":\"kornblume\",\"name\":\"api_key\"}", "{\"value\":\"[secret]\",\"name\":\"api_key\"}")]
    [InlineData("{\"system\":\"phone\",\"value\":\"41288553\"}", "{\"system\":\"phone\",\"value\":\"[phone]\"}")]
    [InlineData("{\"key\":\"customer.phone\",\"value\":{\"intValue\":\"41288553\"}}", "{\"key\":\"customer.phone\",\"value\":{\"intValue\":\"[phone]\"}}")]
    [InlineData("{\"key\":\"enduser.id\",\"value\":{\"stringValue\":\"odness\"}}", "{\"key\":\"enduser.id\",\"value\":{\"stringValue\":\"[username]\"}}")]
    [InlineData("{\"cookies\":[{\"name\":\"theme\",\"value\":\"s-9f8e7d\"}]}", "{\"cookies\":[{\"name\":\"theme\",\"value\":\"[secret]\"}]}")]
    [InlineData("{\"phones\":[\"41288553\"]}", "{\"phones\":[\"[phone]\"]}")]
    [InlineData("{\"name\":\"LOG_LEVEL\",\"value\":\"debug\"}", "{\"name\":\"LOG_LEVEL\",\"value\":\"debug\"}")]
    public void RedactJson_NamedPlace_IsOfThatType(string json, string expected) =>
        Assert.Equal(expected, FormatTestBed.Redact(new Json(), json, Job()));

    [Fact]
    public void RedactCsv_LabelInTheCellBefore_NamesTheCell() =>
        Assert.Equal("field,content\nNote,none at all\nSSN,[us.ssn]\nCVV,[security-code]\n",
            FormatTestBed.Redact(new Csv(), "field,content\nNote,none at all\nSSN,512438817\nCVV,417\n", Job()));

    private static DocumentJob Job() => new(new TextRedactor(
        new("test", new PolicyRule("label") { MinScore = 0.5f }, new PolicyRule(PolicyRule.Keep)), TextDetectors.All, TextOperators.All)
    {
        Refiners = TextRefiners.All,
    });
}
