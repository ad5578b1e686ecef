using System.Buffers;
using Xunit;

namespace Redaction.Text.Tests;

public class KeyedOperatorTests
{
    private static readonly RedactionKey s_key = new([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    [Theory]
    [InlineData("2024-03-05")]
    [InlineData("05.03.2024")]
    [InlineData("5. 3. 2024")]
    [InlineData("05/03/24")]
    [InlineData("20240305")]
    [InlineData("5 March 2024")]
    [InlineData("March 5th, 2024")]
    [InlineData("5 de marzo de 2024")]
    [InlineData("5. März 2024")]
    [InlineData("05-MAR-2024")]
    [InlineData("2024-03-05T14:03:11Z")]
    public void ShiftDate_AnyForm_MovesByTheSameDaysInTheSameForm(string date)
    {
        var shift = new ShiftDate(s_key, "acme").ForDocument(new("visit"));
        var day = DateOnly.ParseExact(Write(shift, "2024-03-05", "date"), "yyyy-MM-dd");

        var written = Write(shift, date, "date");

        Assert.NotEqual(new DateOnly(2024, 3, 5), day);
        Assert.True(DateText.TryRead(written, monthFirst: false, out var read), written);
        Assert.Equal(day, read.Value);
        Assert.Equal(date.EndsWith('Z'), written.EndsWith("T14:03:11Z", StringComparison.Ordinal));
    }

    [Fact]
    public void ShiftDate_Intervals_StayAndDocumentsDiffer()
    {
        var shifts = new HashSet<int>();
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var shift = new ShiftDate(s_key, "acme").ForDocument(new($"patient {seed}"));
            var (a, b) = (new DateOnly(1990, 1, 1).AddDays(random.Next(12000)), new DateOnly(1990, 1, 1).AddDays(random.Next(12000)));
            var (c, d) = (Shifted(shift, a), Shifted(shift, b));

            Assert.True(c.DayNumber - d.DayNumber == a.DayNumber - b.DayNumber && Math.Abs(c.DayNumber - a.DayNumber) is >= 1 and <= 365,
                $"seed {seed}");
            shifts.Add(c.DayNumber - a.DayNumber);
        }
        Assert.True(shifts.Count > 100);
    }

    [Fact]
    public void ShiftDate_Unreadable_BecomesItsType() =>
        Assert.Equal("[date]", Write(new ShiftDate(s_key).ForDocument(new("d")), "next spring", "date"));

    [Theory]
    [InlineData("date", "5 March 2024", "2024")]
    [InlineData("date", "March 2024", "2024")]
    [InlineData("date", "2024-03-05", "2024-03", "to", "month")]
    [InlineData("date", "2024-03-05", "2020s", "to", "decade")]
    [InlineData("date", "5 March", "[date]")]
    [InlineData("age", "34 years old", "30-39")]
    [InlineData("age", "34", "30-34", "band", "5")]
    [InlineData("age", "89", "80-89")]
    [InlineData("age", "103", "90+")]
    [InlineData("age", "42-year-old", "42-year-old", "band", "1")]
    [InlineData("age", "sixty-two years old", "sixty-two years old", "band", "1")]
    [InlineData("age", "3.5 years old", "3.5 years old", "band", "1")]
    [InlineData("age", "91-year-old", "90+", "band", "1")]
    [InlineData("age", "95 months old", "95 months old", "band", "1")] // not eight years old
    [InlineData("age", "one hundred and two", "[age]", "band", "1")]
    [InlineData("age", "ninety-three", "[age]", "band", "1")]
    [InlineData("age", "quatre-vingt-treize ans", "[age]", "band", "1")] // words that are not read here
    [InlineData("age", "89 or 91", "[age]", "band", "1")] // which of two is not told
    [InlineData("us.zip", "90210-1234", "902**")]
    [InlineData("us.zip", "03601", "000**")] // fewer than 20,000 people
    [InlineData("uk.postcode", "EC1A 1BB", "EC**")]
    [InlineData("location", "hamburg", "Germany")]
    [InlineData("location", "Little Whinging", "[location]")]
    [InlineData("amount", "$1,234.50", "$1000-2000")]
    [InlineData("amount", "7.300,00 EUR", "5000-10000 EUR")]
    [InlineData("email", "jane@example.com", "[email]")]
    public void Generalise_Value_IsLessExact(string type, string value, string expected, params string[] options)
    {
        var generalise = new Generalise().Configure(new(options.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1]))));

        Assert.Equal(expected, Write(generalise, value, type));
    }

    [Theory]
    [InlineData("4111 1111 1111 1111")]
    [InlineData("DE89 3704 0044 0532 0130 00")]
    [InlineData("ab12-CD34-xyz")]
    public void Fpe_Value_KeepsItsFormAndIsUndone(string value)
    {
        using var fpe = new Fpe(s_key, "acme");

        var written = Write(fpe, value, "account");

        Assert.NotEqual(value, written);
        Assert.Equal(value.Select(c => char.IsAsciiLetterOrDigit(c) ? 'x' : c),
            written.Select(c => char.IsAsciiLetterOrDigit(c) ? 'x' : c));
        Assert.Equal(value, fpe.Decrypt(written, new("account")));
        using var other = new Fpe(s_key, "apex");
        Assert.NotEqual(written, Write(other, value, "account"));
    }

    [Theory]
    [InlineData("12345")] // could be tried out
    [InlineData("Müller")]
    public void Fpe_UnfitValue_BecomesItsType(string value) => Assert.Equal("[account]", Write(new Fpe(s_key), value, "account"));

    [Theory]
    [InlineData("random", false)]
    [InlineData("repeatable", true)]
    public void Encrypt_Value_ComesBackOnlyUnchanged(string mode, bool equal)
    {
        var encrypt = (Encrypt)new Encrypt(s_key, "acme").Configure(new([KeyValuePair.Create("mode", mode)]));
        var written = Write(encrypt, "Jane Doe — 東京", "person");

        Assert.Equal("Jane Doe — 東京", encrypt.Decrypt(written));
        Assert.Equal(equal, written == Write(encrypt, "Jane Doe — 東京", "person"));
        Assert.Throws<RedactionException>(() => encrypt.Decrypt(written.Replace("person", "date", StringComparison.Ordinal)));
        Assert.Throws<RedactionException>(() => new Encrypt(s_key, "apex").Decrypt(written));
        for (var i = 9; i < written.Length - 2; i++) // the last letter may carry bits that stand for nothing
        {
            var changed = written.ToCharArray();
            changed[i] = changed[i] == 'b' ? 'c' : 'b';
            Assert.Throws<RedactionException>(() => encrypt.Decrypt(new string(changed)));
        }
    }

    [Fact]
    public void Token_Value_IsTheStores()
    {
        Assert.Equal("[person:fixed]", Write(new Token(new FixedStore()), "Jane Doe", "person"));
    }

    [Fact]
    public void Label_Numbered_CountsPersonsWithTheirParts()
    {
        var label = new Label().Configure(new([KeyValuePair.Create("numbered", "true")])).ForDocument(new());

        string[] written = [
            .. new[] { "Jane Doe", "John Smith", "Doe", "J. Smith", "Dr. Jane Doe", "Ann Smith", "Smith" }.Select(
                n => Write(label, n, "person"))];

        Assert.Equal(["[person 1]", "[person 2]", "[person 1]", "[person 2]", "[person 1]", "[person 3]"], written[..^1]);
        Assert.Equal("[email 1]", Write(label, "jane@example.com", "email"));
        Assert.Equal("[email 1]", Write(label, "Jane@Example.com", "email"));
        Assert.Equal("[email 2]", Write(label, "john@example.com", "email"));
    }

    [Fact]
    public void Label_NumberedInText_StartsAnewInEachDocument()
    {
        var policy = new RedactionPolicy("test", new PolicyRule("label") { With = new([KeyValuePair.Create("numbered", "true")]) });
        var redactor = new TextRedactor(policy, TextDetectors.All, TextOperators.All);

        Assert.Equal("[email 1], [email 2], [email 1]", redactor.Redact("b@example.com, a@example.com, b@example.com"));
        Assert.Equal("[email 1]", redactor.Redact("a@example.com"));
    }

    private static DateOnly Shifted(ITextOperator shift, DateOnly date) =>
        DateOnly.ParseExact(Write(shift, date.ToString("yyyy-MM-dd"), "date"), "yyyy-MM-dd");

    private static string Write(ITextOperator @operator, string value, string type)
    {
        var output = new ArrayBufferWriter<char>();
        @operator.Write(value, new(new(new(type), new(0, value.Length), 1, "test"), 0, @operator.Id), output);
        return output.WrittenSpan.ToString();
    }

    private sealed class FixedStore : ITokenStore
    {
        public string TokenFor(EntityType type, ReadOnlySpan<char> value) => "fixed";
    }
}
