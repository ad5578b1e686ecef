using Xunit;

namespace Redaction.Text.Tests;

/// <summary>Keys by the formats that their issuers document; the values are invented.</summary>
public class SecretShapeTests
{
    [Theory]
    [InlineData("glcbt-", 24)]
    [InlineData("dp.pt.", 43)]
    [InlineData("duffel_live_", 43)]
    [InlineData("EZAK", 54)]
    [InlineData("figd_", 43)]
    [InlineData("fio-u-", 64)]
    [InlineData("fo1_", 43)]
    [InlineData("glc_", 60)]
    [InlineData("HRKU-AA", 58)]
    [InlineData("nfp_", 36)]
    [InlineData("pplx-", 48)]
    [InlineData("pscale_tkn_", 43)]
    [InlineData("pul-", 40)]
    [InlineData("rdme_", 70)]
    [InlineData("sntryu_", 64)]
    [InlineData("shippo_live_", 40)]
    [InlineData("sgp_", 40)]
    [InlineData("sbp_", 40)]
    [InlineData("tfp_", 59)]
    [InlineData("bkua_", 40)]
    [InlineData("oy2", 43)]
    public void Detect_Prefix_IsFound(string prefix, int length)
    {
        var key = prefix + Body(length);

        Assert.Contains(key, Found($"token {key} in the file"));
        Assert.Empty(Found($"token {prefix}{Body(6)} in the file"));
    }

    [Fact]
    public void Detect_ShapeOfAllParts_IsFound()
    {
        string[] keys =
        [
            $"{Body(14)}.atlasv1.{Body(64)}", "0123456789abcdef0123456789abcdef-us12", $"MT{Body(22)}.{Body(6)}.{Body(30)}",
            $"123456789:AA{Body(33)}",
        ];

        Assert.All(keys, static key => Assert.Contains(key, Found($"see {key} there")));
    }

    [Theory]
    [InlineData("API-documentation-of-the-year-2024-and-more")]
    [InlineData("pat.example.org/items/2024/with-a-long-name-of-some-words")]
    [InlineData("secret_garden_in_the_north_of_the_country_1999_edition")]
    public void Detect_Words_AreLeft(string text) => Assert.Empty(Found(text));

    private static string Body(int length)
    {
        const string Signs = "a7Kd0Qm3Zt8Lw2Xv5Rb9Nc4Hy6Jp1Fg";
        return string.Concat(Enumerable.Range(0, length).Select(i => Signs[i * 7 % Signs.Length]));
    }

    private static string[] Found(string text)
    {
        var sink = new FindingSink<TextSpan>();
        Secret.Detector.Detect(new TextSource(text), sink);
        return [.. sink.Items.ToArray().Where(static f => f.Score >= 0.5f).Select(f => text.Substring(f.Region.Start, f.Region.Length))];
    }
}
