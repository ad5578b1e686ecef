using Redaction.TestKit;
using Xunit;

namespace Redaction.Text.Tests;

/// <summary>Numbering plans of all regions, and national writing where something names the country.</summary>
public class PhonePlanTests
{
    private const string Countries =
        "AT AU BE BG BR CA CH CL CN CO CZ DE DK EE EG ES FI FR GB GR HR HU IE IL IN IT JP KR LT MX MY NL NO NZ PL PT RO RU SE SG SI SK "
            + "TH TR UA "
        + "US VN ZA";

    private static readonly string[][] s_examples = [.. File.ReadLines(
            Repository.PathOf("tests", "Redaction.Text.Tests", "Detectors", "phone-examples.txt"))
        .Where(static l => l.Length > 0 && l[0] != '#').Select(static l => l.Split('\t'))];

    /// <summary>Twenty tables of other digits, each with the country in whose plan a number would have to be.</summary>
    public static TheoryData<string, string> Tables => new()
    {
        { "NO", "10-2034-55\n10-2035-71\n11-2036-02" }, // orders
        { "DE", "978-3-16-148410-0\n978-0-306-40615-7" }, // books
        { "NO", "2024-11-05\n2023-02-17\n2021-07-30" },
        { "FR", "12 345,50\n1 204,00\n118 020,75" }, // amounts
        { "SE", "59.9139 10.7522\n57.7089 11.9746" }, // coordinates
        { "GB", "07:30-08:15\n09:45-10:30" },
        { "ES", "1.234.567\n12.345.678\n612.345.678" },
        { "IT", "4711-0815\n4711-0816" }, // parts
        { "PL", "210 x 297\n148 x 210" },
        { "NL", "10.0.0.14\n192.168.178.24" },
        { "JP", "100-200-300\n150-250-350" },
        { "KR", "3-2 4-1 0-0\n2-2 1-0 5-4" },
        { "CZ", "v1.20.300\nv2.4.11" },
        { "DK", "1234 56 78903\n1503 40 12345" }, // accounts
        { "IN", "12/2024/00123\n12/2024/00124" }, // cases
        { "CN", "0123456789\n0123456790" }, // codes without groups
        { "BR", "0.01 0.02 0.05\n0.10 0.20 0.40" },
        { "TR", "1999-2004\n2005-2011" },
        { "US", "2024 0001 17\n2024 0002 31" },
        { "FI", "10 20 30 40\n15 25 35 45" },
    };

    [Fact]
    public void ExampleNumbers_OfFortyCountries_AreFound()
    {
        var countries = Countries.Split(' ');
        List<string> missed = [];
        var count = 0;

        foreach (var example in s_examples.Where(e => countries.Contains(e[0])))
        {
            foreach (var (text, locale) in new[] { (example[2], example[0]), (example[3], null) })
            {
                count++;
                if (!Found($"see {text} today", locale).Any(f => text.StartsWith(f, StringComparison.Ordinal) || f == text))
                    missed.Add($"{example[0]} {example[1]} {text}");
            }
        }

        Assert.True(countries.Length >= 40);
        Assert.True(missed.Count <= count * 0.05, $"{missed.Count} of {count} missed: {string.Join("; ", missed)}");
    }

    [Fact]
    public void TablesOfOtherDigits_WithTheCountryNamed_GiveAtMostOneNumber()
    {
        var found = Tables.Sum(row => Found((string)row[1], (string)row[0]).Length);

        Assert.True(found <= 1, string.Join("; ", Tables.SelectMany(row => Found((string)row[1], (string)row[0]))));
    }

    [Theory]
    [InlineData("Ole Berg, Storgata 8, Norge. 412 88 553", "412 88 553")]
    [InlineData("Direct +47 22 33 44 55 / 412 88 553", "412 88 553")]
    [InlineData("ole@berg-as.no 412 88 553", "412 88 553")]
    [InlineData("Rúa Nova 4, Deutschland, (030) 901820", "(030) 901820")]
    [InlineData("from Japan: 090-1234-5678", "090-1234-5678")]
    public void NationalNumber_NearWhatNamesItsCountry_IsFound(string text, string number) =>
        Assert.Contains(number, Found(text, null));

    [Theory]
    [InlineData("412 88 553")]
    [InlineData("lot 412 88 553 of the list")]
    public void NationalNumber_WithoutAHint_IsLeft(string text) => Assert.Empty(Found(text, null));

    [Fact]
    public void EveryRegion_HasAPlanThatFitsItsExamples()
    {
        var regions = PhonePlan.AllRegions.ToArray();

        Assert.InRange(regions.Length, 240, 260);
        Assert.All(s_examples, static e => Assert.True(PhonePlan.Of(e[0])!.Fits(National(e[3])), string.Join(' ', e)));
    }

    private static string National(string international) =>
        string.Concat(international[international.IndexOf(' ', StringComparison.Ordinal)..].Where(char.IsAsciiDigit));

    private static string[] Found(string text, string? locale)
    {
        var sink = new FindingSink<TextSpan>();
        var context = RedactionContext.Default with { Locale = locale is null ? null : "und-" + locale };
        Phone.Detector.Detect(new TextSource(text, context), sink);
        return [.. sink.Items.ToArray().Where(static f => f.Score >= 0.5f).Select(f => text.Substring(f.Region.Start, f.Region.Length))];
    }
}
