using Xunit;

namespace Redaction.Text.Tests;

/// <summary>A value in a typed place becomes one of the same type.</summary>
public class TypedPlaceTests
{
    private static readonly RedactionKey s_key = new([.. Enumerable.Range(1, 32).Select(static i => (byte)i)]);

    [Theory]
    [InlineData("""{"card":4111111111111111}""", """{"card":null}""")]
    [InlineData("""{"card":4.111111111111111e15}""", """{"card":null}""")]
    [InlineData("""{"card":4111111111111111.0}""", """{"card":null}""")]
    [InlineData("""{"ssn":536221234,"age":34,"cvv":123,"n":34}""", """{"ssn":null,"age":null,"cvv":null,"n":34}""")]
    [InlineData("""{"birthDate":536457600,"dob":-86400000,"ts":1700000000}""", """{"birthDate":null,"dob":null,"ts":1700000000}""")]
    [InlineData("""{"lat":59.9139,"lon":-10.7522,"lat_ms":12,"ratio":0.9139}""", """{"lat":null,"lon":null,"lat_ms":12,"ratio":0.9139}""")]
    [InlineData("""{"type":"Point","coordinates":[10.7522,59.9139]}""", """{"type":"Point","coordinates":[null,null]}""")]
    [InlineData("""{"homeLat":"59.9139","GPSLatitude":1.25,"geo":{"longitude":"10.75"}}""", """{"homeLat":"[gps]","GPSLatitude":null,"geo":{"longitude":"[gps]"}}""")]
    public void Json_Numbers(string input, string expected) => Assert.Equal(expected, FormatTestBed.Redact(new Json(), input, Job()));

    [Fact]
    public void Json_OperatorThatWritesANumber_IsKept()
    {
        var redactor = new TextRedactor(new("test", new PolicyRule("fpe")), TextDetectors.All, [new Fpe(s_key)])
        {
            Refiners = TextRefiners.All,
        };

        var actual = FormatTestBed.Redact(new Json(), """{"card":4111111111111111}""", new DocumentJob(redactor));

        Assert.Matches("^\\{\"card\":([1-9][0-9]{15}|null)\\}$", actual);
        Assert.DoesNotContain("4111111111111111", actual, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id,card\n1,4111111111111111\n2,5500000000000004\n", "id,card\n1,\n2,\n")]
    [InlineData("id,card\n1,4111111111111111\n2,none\n", "id,card\n1,[credit-card]\n2,none\n")]
    [InlineData("name,dob\nx,1988-05-02\ny,1990-01-01\n", "name,dob\nx,\ny,\n")]
    [InlineData("name,dob\nx,\"02/05/1988\"\ny,\"01/01/1990\"\n", "name,dob\nx,\"\"\ny,\"\"\n")]
    [InlineData("id,phone\n1,+47 41 28 85 53\n2,+47 41 28 85 54\n", "id,phone\n1,[phone]\n2,[phone]\n")]
    [InlineData("id,phone\n1,03-1234-5678\n", "id,phone\n1,[phone]\n")] // groups like a date's, but no date
    [InlineData("id,lat,lon\n1,59.9139,10.7522\n", "id,lat,lon\n1,,\n")]
    public void Csv_Columns(string input, string expected) => Assert.Equal(expected, FormatTestBed.Redact(new Csv(), input, Job()));

    [Theory]
    [InlineData("INSERT INTO p (id, born) VALUES (1, '1984-02-11'), (2, DATE '1979-12-01');\n", "INSERT INTO p (id, born) VALUES (1, NULL), (2, NULL);\n")]
    [InlineData("INSERT INTO p VALUES\n (1, '1984-02-11 09:14:02', 4111111111111111);\n", "INSERT INTO p VALUES\n (1, NULL, NULL);\n")]
    [InlineData("UPDATE p SET born='1984-02-11', card=4111111111111111 WHERE id=7;\n", "UPDATE p SET born=NULL, card=NULL WHERE id=7;\n")]
    [InlineData("INSERT INTO p (mail, note) VALUES ('jane@example.com', 'born 1984-02-11');\n",
        "INSERT INTO p (mail, note) VALUES ('[email]', 'born [date]');\n")]
    [InlineData("COPY p (id, born, mail) FROM stdin;\n1\t1984-02-11\tjane@example.com\n\\.\nborn 1984-02-11\n",
        "COPY p (id, born, mail) FROM stdin;\n1\t\\N\t[email]\n\\.\nborn [date]\n")]
    [InlineData("SELECT 1;\nborn '1984-02-11'\n", "SELECT 1;\nborn '[date]'\n")]
    public void Sql_NumbersAndDates(string input, string expected) =>
        Assert.Equal(expected, FormatTestBed.Redact(new PlainText(), input, Job()));

    [Theory]
    [InlineData("1e3", "1000")]
    [InlineData("4.1e15", "4100000000000000")]
    [InlineData("-12.50e1", "-125")]
    [InlineData("12.5e1", "125")]
    [InlineData("12.345e1", "123.45")]
    [InlineData("7.000", "7")]
    [InlineData("7.010", "7.010")]
    [InlineData("1e-3", "1e-3")]
    [InlineData("1e999999999999", "1e999999999999")]
    public void JsonNumber_Plain_WritesTheDigits(string number, string expected)
    {
        Span<char> buffer = stackalloc char[JsonNumber.Longest];

        Assert.Equal(expected, JsonNumber.Plain(number, buffer).ToString());
    }

    private static DocumentJob Job() => new(new TextRedactor(FormatTestBed.Redactor.Policy, TextDetectors.All, TextOperators.All)
    {
        Refiners = TextRefiners.All,
    });
}
