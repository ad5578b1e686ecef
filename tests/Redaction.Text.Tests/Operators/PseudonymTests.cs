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
    [InlineData("us.ssn", "536-22-1234", @"^\[us\.ssn:[A-Za-z]{16}\]$")]
    [InlineData("credit-card", "4556 7375 8689 9855", @"^4000 00\d\d \d{4} \d{4}$")]
    public void Number_Surrogate_LiesInAReservedRange(string type, string value, string pattern) =>
        Assert.Matches(pattern, Write(new Pseudonym(s_key, "acme"), value, type));

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
