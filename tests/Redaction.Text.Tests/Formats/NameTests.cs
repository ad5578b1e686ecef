using System.Text;
using System.Text.Json;
using Xunit;

namespace Redaction.Text.Tests;

/// <summary>Names of things are structure: keys and columns stay, whatever a model or a context word would make of them.</summary>
public class NameTests
{
    private static readonly RedactionKey s_key = new([.. Enumerable.Range(1, 32).Select(static i => (byte)i)]);

    private static readonly string[] s_names =
    [
        "street", "ssn", "iban", "meta", "lon", "callee", "Straße", "ulica", "imie", "navn", "città", "住所", "имя", "patient name",
        "dateOfBirth", "2024-01-05", "v1.2", "Kari Dahl", "Mr Smith", "New York", "age 34", "12 Elm Street", "0047", "c4ca4238", "mels",
    ];

    private static readonly string[] s_values =
    [
        "ole@example.org", "kari.dahl@example.com", "4111111111111111", "NO9386011117947", "+47 41 28 85 53", "536-22-1234",
        "490154203237518x", "5500 0000 0000 0004", "DE89370400440532013000",
    ];

    [Theory]
    [InlineData("""{"ole@example.org":1,"kari@example.org":2}""", """{"email_1":1,"email_2":2}""")]
    [InlineData("""[{"ole@example.org":1},{"kari@example.org":2,"ole@example.org":3}]""",
        """[{"email_1":1},{"email_2":2,"email_1":3}]""")] // equal names get equal ones
    [InlineData("""{"email_1":0,"ole@example.org":1}""", """{"email_1":0,"email_1_2":1}""")] // the name is taken
    [InlineData("""{"orders of ole@example.org":1}""", """{"orders of email_1":1}""")]
    [InlineData("""{"4111111111111111":1,"NO9386011117947":2,"+4741288553":3}""", """{"credit-card_1":1,"iban_1":2,"phone_1":3}""")]
    [InlineData("""{"street":"x","Straße":"x","ssn":"x","lon":1,"meta":{"imie":1}}""",
        """{"street":"x","Straße":"x","ssn":"x","lon":1,"meta":{"imie":1}}""")]
    public void Json_Names(string input, string expected) => Assert.Equal(expected, FormatTestBed.Redact(new Json(), input));

    [Fact]
    public void Json_NameThatWasGivenToAnother_IsRefused() =>
        Assert.Equal(ErrorCodes.Malformed, Assert.Throws<RedactionException>(
            static () => FormatTestBed.Redact(new Json(), """{"ole@example.org":1,"email_1":2}""")).Code);

    [Fact]
    public void JsonLines_NameThatRepeatsAValue_IsNamedAnew() =>
        Assert.Equal("""{"note":"Dear [person],","person_1":{"Hana":1}}""",
            FormatTestBed.Redact(new JsonLines(), """{"note":"Dear Hana Sole,","Hana Sole":{"Hana":1}}"""));

    [Fact]
    public void Json_OperatorThatTellsApart_WritesTheName()
    {
        var redactor = new TextRedactor(new("test", new PolicyRule("hash")), TextDetectors.All,
            [new Hash(s_key)]);

        var actual = FormatTestBed.Redact(new Json(), """{"ole@example.org":1,"kari@example.org":2}""", new DocumentJob(redactor));

        Assert.StartsWith("{\"[email:", actual, StringComparison.Ordinal);
        Assert.Equal(2, Keys(actual).Distinct().Count());
    }

    [Fact]
    public void Json_RandomNamesWithPlantedValues_KeepTheirPlacesAndDiffer()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var names = Enumerable.Range(0, random.Next(1, 12)).Select(_ => Name(random)).Distinct().ToArray();
            var input = JsonSerializer.Serialize(names.ToDictionary(static n => n, static _ => 1));

            var actual = FormatTestBed.Redact(random.Next(2) == 0 ? new Json() : new JsonLines(), input);

            var keys = Keys(actual);
            Assert.True(keys.Length == names.Length && keys.Distinct().Count() == keys.Length, $"seed {seed}");
            for (var i = 0; i < names.Length; i++)
                Assert.True(s_values.Any(v => names[i].Contains(v, StringComparison.Ordinal)) || keys[i] == names[i], $"seed {seed}");
            foreach (var value in s_values.Where(static v => !v.EndsWith('x')))
                Assert.True(!actual.Contains(value, StringComparison.Ordinal), $"seed {seed}");
        }
    }

    [Theory]
    [InlineData("imie,nazwisko,telefon\nJan,Nowak,+48 601 234 987\n", "imie,nazwisko,telefon\n")]
    [InlineData("PESEL;ulica\n85041272311;x\n", "PESEL;ulica\n")]
    [InlineData("name,ole@example.org,\"kari@example.org\"\nx,1,2\n", "name,email_1,\"email_2\"\n")]
    [InlineData("navn,gate,2021\nKari,Lia,3\n", "navn,gate,2021\n")]
    public void Csv_Names(string input, string header) =>
        Assert.StartsWith(header, FormatTestBed.Redact(new Csv(), input), StringComparison.Ordinal);

    private static string Name(Random random)
    {
        var name = new StringBuilder(s_names[random.Next(s_names.Length)]);
        if (random.Next(3) == 0) name.Append(" of ").Append(s_values[random.Next(s_values.Length)]);
        if (random.Next(9) == 0) name.Append("_1");
        return name.ToString();
    }

    private static string[] Keys(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateObject().Select(static p => p.Name)];
    }
}
