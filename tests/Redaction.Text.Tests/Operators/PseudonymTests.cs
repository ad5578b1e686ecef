using System.Buffers;
using Xunit;

namespace Redaction.Text.Tests;

public class PseudonymTests
{
    private static readonly RedactionKey s_key = new([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    [Fact]
    public void Person_AllWritings_AgreeOnOnePerson()
    {
        var pseudonym = InDocument("Sarah Turner");

        var parts = Write(pseudonym, "Sarah Turner", "person").Split(' ');

        Assert.Equal(2, parts.Length);
        Assert.Equal($"{parts[1]}, {parts[0]}", Write(pseudonym, "Turner, Sarah", "person"));
        Assert.Equal($"{parts[0][0]}. {parts[1]}", Write(pseudonym, "S. Turner", "person"));
        Assert.Equal($"Dr. {parts[1]}", Write(pseudonym, "Dr. Turner", "person"));
        Assert.Equal($"{parts[0]} {parts[1]}".ToUpperInvariant(), Write(pseudonym, "SARAH TURNER", "person"));
        var address = $"{parts[0]}.{parts[1]}@example.".ToLowerInvariant();
        Assert.StartsWith(address, Write(pseudonym, "sarah.turner@corp.example", "email"), StringComparison.Ordinal);
        Assert.StartsWith($"{parts[0][0]}{parts[1]}@example.".ToLowerInvariant(), Write(pseudonym, "sturner@corp.example", "email"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Person_Gender_IsKept()
    {
        var pseudonym = new Pseudonym(s_key, "acme");

        foreach (var (name, kind) in new[] { ("Sarah", NameKind.Female), ("Olivia", NameKind.Female), ("Peter", NameKind.Male),
            ("Thomas", NameKind.Male), ("Jürgen", NameKind.Male) })
        {
            Assert.True(NameLists.TryFind(Write(pseudonym, name, "person"), out var written, out _));
            Assert.Equal(kind, written);
        }
    }

    [Fact]
    public void Person_Surrogates_AreNoNamesOfTheDocument()
    {
        var names = "Turner Thornton Sutton Saunders Reed Ramsey Porter Palmer Norris Nash Mason Marsh Lowe Lambert".Split(' ');
        var pseudonym = new Pseudonym(s_key, "acme").ForDocument(new("list"));
        foreach (var name in names) pseudonym.Observe(name, Item("person", name));

        var surrogates = names.Select(n => Write(pseudonym, n, "person")).ToArray();

        Assert.Empty(surrogates.Intersect(names));
    }

    [Fact]
    public void Value_Scope_DecidesWhatIsLinked()
    {
        var document = new Pseudonym(s_key, "acme").Configure(new([KeyValuePair.Create("scope", "document")]));
        string[] inOne =
            [.. Enumerable.Range(0, 30).Select(_ => Write(document.ForDocument(new("one")), "jane@corp.example", "email")).Distinct()];
        var inMany = Enumerable.Range(0, 30).Select(i => Write(document.ForDocument(new($"{i}")), "Sarah Turner", "person")).Distinct();
        var projects = Enumerable.Range(0, 30).Select(i => Write(new Pseudonym(s_key, $"{i}"), "Sarah Turner", "person")).Distinct();

        Assert.Single(inOne);
        Assert.True(inMany.Count() > 20);
        Assert.True(projects.Count() > 20);
    }

    [Theory]
    [InlineData("phone", "(415) 867-5309", @"^\(\d{3}\) 555-01\d\d$")]
    [InlineData("phone", "+44 20 7183 8750", @"^\+44 7700 900\d{3}$")]
    [InlineData("phone", "+49 30 901820", @"^\+49 30 23125\d{3}$")]
    [InlineData("ip", "10.1.2.3", @"^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$")]
    [InlineData("ip", "fe80::1", @"^2001:db8::[0-9a-f]{4}:[0-9a-f]{4}$")]
    [InlineData("mac", "aa:bb:cc:dd:ee:ff", @"^00:00:5e:00:53:[0-9a-f]{2}$")]
    [InlineData("url", "https://corp.example/u/7", @"^https://www\.example\.com/[A-Za-z]{8}$")]
    [InlineData("us.ssn", "536-22-1234", @"^666-\d\d-\d{4}$")]
    [InlineData("iban", "DE44 5001 0517 5407 3249 31", @"^DE00( \d{4}){4} \d\d$")]
    [InlineData("case-number", "II K 418/13", @"^[A-Z]{2} [A-Z] \d{3}/\d\d$")]
    [InlineData("secret", "hunter2-hunter2", @"^\[secret:[A-Za-z]{16}\]$")]
    [InlineData("credit-card", "4556 7375 8689 9855", @"^4000 00\d\d \d{4} \d{4}$")]
    public void Number_Surrogate_LiesInAReservedRange(string type, string value, string pattern) =>
        Assert.Matches(pattern, Write(new Pseudonym(s_key, "acme"), value, type));

    [Theory]
    [InlineData("Jana Nováková", "Pavel Novák", "á")]
    [InlineData("Ewa Kowalska", "Jan Kowalski", "a")]
    [InlineData("Анна Смирнова", "Иван Смирнов", "а")]
    [InlineData("Olga Petrova", "Oleg Petrov", "a")]
    public void Surname_OfAWoman_KeepsItsForm(string woman, string man, string ending)
    {
        foreach (var i in Enumerable.Range(0, 50))
        {
            var pseudonym = new Pseudonym(s_key, $"{i}");

            var (hers, his) = (Write(pseudonym, woman, "person").Split(' ')[1], Write(pseudonym, man, "person").Split(' ')[1]);

            Assert.EndsWith(ending, hers, StringComparison.Ordinal);
            Assert.False(his.EndsWith(ending, StringComparison.Ordinal), his);
            Assert.Equal(his[..3], hers[..3]); // one family
        }
    }

    [Theory]
    [InlineData("Anna Nowak")]
    [InlineData("Олена Шевченко")]
    public void Surname_ThatTellsNothing_BecomesOneThatTellsNothing(string name)
    {
        foreach (var i in Enumerable.Range(0, 50))
            Assert.False(SurnameForms.IsMan(Write(new Pseudonym(s_key, $"{i}"), name, "person").Split(' ')[1]));
    }

    [Theory]
    [InlineData("Zyxelle", "person")]
    [InlineData("Andrea", "person")]
    public void GivenName_OfUnknownGender_BecomesOneOfEither(string given, string type)
    {
        var pseudonym = new Pseudonym(s_key, "acme").ForDocument(new("letter"));
        pseudonym.Observe($"{given} Turner", Item(type, $"{given} Turner"));

        var alone = Write(pseudonym, given, type);

        Assert.Equal(alone, Write(pseudonym, $"{given} Turner", type).Split(' ')[0]);
        if (NameLists.TryFind(given, out var kind, out _) && kind != NameKind.Neutral) return;
        Assert.True(NameLists.TryFind(alone, out kind, out _));
        Assert.Equal(NameKind.Neutral, kind);
    }

    [Theory]
    [InlineData("王小明", NameScript.Han)]
    [InlineData("佐藤健一", NameScript.Han)]
    [InlineData("김서연", NameScript.Hangul)]
    [InlineData("محمد العطار", NameScript.Arabic)]
    [InlineData("יעל כהן", NameScript.Hebrew)]
    [InlineData("Γιώργος Παπαδόπουλος", NameScript.Greek)]
    [InlineData("Тарас Шевченко", NameScript.Cyrillic)]
    [InlineData("สมชาย ใจดี", NameScript.Thai)]
    public void Name_InAnyScript_StaysInIt(string name, int script)
    {
        foreach (var i in Enumerable.Range(0, 20))
        {
            var written = Write(new Pseudonym(s_key, $"{i}"), name, "person");

            Assert.All(written.Where(char.IsLetter), c => Assert.Equal(script, NameScript.Of(c)));
            Assert.Empty(written.Split(' ').Intersect(name.Split(' ')));
        }
    }

    [Theory]
    [InlineData("location", "Kraków", @"^\p{Lu}[\p{L}]+$")]
    [InlineData("location", "Xylington", @"^\p{Lu}[\p{L}]+$")]
    [InlineData("organization", "Quillon Brick GmbH", @"^\p{Lu}\p{L}+ \p{Lu}\p{L}+ GmbH$")]
    [InlineData("organization", "Larkspur University", @"^\p{Lu}\p{L}+ University$")]
    [InlineData("organization", "NASA", @"^[A-Z]{4}$")]
    [InlineData("address", "14 Alder Lane, Leeds LS6 2QT", @"^\d\d \p{Lu}\p{L}+ Lane, \p{Lu}\p{L}+ [A-Z]{2}\d \d[A-Z]{2}$")]
    [InlineData("address", "Ahornstraße 8, 50667 Köln", @"^\p{Lu}\p{L}+straße \d, \d{5} \p{Lu}\p{L}+$")]
    [InlineData("date", "5 March 2024", @"^\d{1,2} [A-Z][a-z]+ 20\d\d$")]
    [InlineData("age", "47-year-old", @"^\d\d-year-old$")]
    [InlineData("job-title", "Geologist", @"^[A-Z][a-z ]+$")]
    [InlineData("nationality", "Polish", @"^[A-Z][a-z]+$")]
    public void Value_Surrogate_IsOfItsKind(string type, string value, string pattern)
    {
        foreach (var i in Enumerable.Range(0, 20))
        {
            var pseudonym = new Pseudonym(s_key, $"{i}").ForDocument(new("letter"));
            pseudonym.Observe(value, Item(type, value));

            var written = Write(pseudonym, value, type);

            Assert.Matches(pattern, written);
            Assert.NotEqual(value, written);
            Assert.Equal(written, Write(pseudonym, value, type));
            foreach (var word in value.Split(' ', ','))
                if (word is { Length: > 3 } && word is not ("GmbH" or "Lane" or "University" or "March" or "2024"))
                    Assert.DoesNotContain(word, written, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("Jürgen", "jurgen")]
    [InlineData("Łukasz", "lukasz")]
    [InlineData("Nguyễn", "nguyen")]
    [InlineData("Ștefan", "stefan")]
    [InlineData("Ærø", "aro")]
    public void Fold_LeavesTheLetters(string word, string folded) => Assert.Equal(folded, AsciiFold.Of(word));

    [Fact]
    public void Dates_OfADocument_KeepTheirDistance()
    {
        var pseudonym = new Pseudonym(s_key, "acme").ForDocument(new("letter"));

        var (first, last) = (Day(Write(pseudonym, "2024-03-05", "date")), Day(Write(pseudonym, "2024-03-12", "date")));

        Assert.Equal(7, last.DayNumber - first.DayNumber);
        Assert.NotEqual(new(2024, 3, 5), first);
    }

    [Fact]
    public void Card_Surrogate_PassesItsCheck()
    {
        for (var i = 0; i < 500; i++)
        {
            var digits = Write(new Pseudonym(s_key, "acme"), $"4556-7375-8689-{i:0000}", "credit-card").Where(char.IsAsciiDigit)
                .Select(c => c - '0').Reverse().ToArray();

            Assert.Equal(0, digits.Select((d, n) => n % 2 == 0 ? d : d * 2 > 9 ? d * 2 - 9 : d * 2).Sum() % 10);
        }
    }

    [Fact]
    public void Text_WithPseudonyms_HoldsNoValue()
    {
        var redactor = new TextRedactor(new("test", new PolicyRule("pseudonym")), TextDetectors.All, TextOperators.WithKey(s_key, "acme"));

        var text = redactor.Redact("Write to sarah.turner@corp.example or call +44 20 7183 8750 from 10.1.2.3.");

        Assert.DoesNotContain("sarah", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("turner", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("7183", text, StringComparison.Ordinal);
        Assert.Equal(text, redactor.Redact("Write to sarah.turner@corp.example or call +44 20 7183 8750 from 10.1.2.3."));
    }

    private static DateOnly Day(string written) => DateOnly.Parse(written, System.Globalization.CultureInfo.InvariantCulture);

    private static ITextOperator InDocument(string name)
    {
        var pseudonym = new Pseudonym(s_key, "acme").ForDocument(new("letter"));
        pseudonym.Observe(name, Item("person", name));
        return pseudonym;
    }

    private static PlannedRedaction<TextSpan> Item(string type, string value) =>
        new(new(new(type), new(0, value.Length), 1, "test"), 0, "pseudonym");

    private static string Write(ITextOperator @operator, string value, string type)
    {
        var output = new ArrayBufferWriter<char>();
        @operator.Write(value, Item(type, value), output);
        return output.WrittenSpan.ToString();
    }
}
