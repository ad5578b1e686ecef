using Xunit;

namespace Redaction.Text.Tests;

/// <summary>The check digit systems against numbers that their publishers print, and against what they promise to catch.</summary>
public class ChecksumTests
{
    [Theory]
    [InlineData("2363", true)] // the worked example of most descriptions: 236, check digit 3
    [InlineData("123451", true)] // 12345, check digit 1
    [InlineData("1428570", true)] // 142857, check digit 0
    [InlineData("12 34-51", true)] // other characters are passed over
    [InlineData("2364", false)] // wrong check digit
    [InlineData("3263", false)] // neighbours swapped
    [InlineData("0", false)] // a check digit alone checks nothing
    [InlineData("", false)]
    public void Verhoeff_Published_Agrees(string value, bool valid) => Assert.Equal(valid, Verhoeff.IsValid(value));

    [Theory]
    [InlineData("07945", true)] // the example of ISO/IEC 7064: 0794, check digit 5
    [InlineData("86095742719", true)] // the tax office's own example
    [InlineData("0 79-45", true)] // other characters are passed over
    [InlineData("07946", false)] // wrong check digit
    [InlineData("07495", false)] // neighbours swapped
    [InlineData("5", false)] // a check digit alone checks nothing
    public void Mod11And10_Published_Agrees(string value, bool valid) => Assert.Equal(valid, Iso7064.IsMod11And10(value));

    [Theory]
    [InlineData("07940", true)] // the example of ISO/IEC 7064: 0794, check digit 0
    [InlineData("079X", true)] // the same standard: 079, check character X
    [InlineData("0000-0002-1825-0097", true)] // the example of the ORCID documentation
    [InlineData("0000-0002-1694-233X", true)] // the same with check character X
    [InlineData("0000-0002-1825-0098", false)] // wrong check digit
    [InlineData("X0794", false)] // X counts only at the end
    [InlineData("1", false)] // a check digit alone checks nothing
    public void Mod11Radix2_Published_Agrees(string value, bool valid) => Assert.Equal(valid, Iso7064.IsMod11Radix2(value));

    [Theory]
    [InlineData("4111 1111 1111 1111", true)] // the card industry's test number
    [InlineData("79927398713", true)] // the worked example of most descriptions
    [InlineData("79927398714", false)] // wrong check digit
    public void Luhn_Published_Agrees(string value, bool valid) => Assert.Equal(valid, Luhn.IsValid(value));

    [Theory]
    [InlineData("943 476 5919", 0)] // NHS number of the data dictionary: divisible by 11
    [InlineData("943 476 5918", 10)] // its neighbour is not
    [InlineData("94347659190000", 0)] // digits beyond the weights do not count
    [InlineData("", 0)]
    public void WeightedSum_ModuloEleven_LeavesTheRemainder(string value, int remainder) =>
        Assert.Equal(remainder, WeightedSum.Of(value, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11);

    [Fact]
    public void Verhoeff_AnyWrongDigitOrSwap_IsCaught() => AssertCatches(static v => Verhoeff.IsValid(v), swaps: true);

    [Fact]
    public void Mod11And10_AnyWrongDigit_IsCaught() => AssertCatches(static v => Iso7064.IsMod11And10(v), swaps: false);

    [Fact]
    public void Luhn_AnyWrongDigit_IsCaught() => AssertCatches(static v => Luhn.IsValid(v), swaps: false);

    private static void AssertCatches(Predicate<string> isValid, bool swaps)
    {
        const int seed = 7064;
        var random = new Random(seed);
        for (var round = 0; round < 300; round++)
        {
            var stem = string.Concat(Enumerable.Range(0, random.Next(3, 15)).Select(_ => random.Next(10)));
            var valid = Assert.Single(Enumerable.Range(0, 10).Select(d => stem + d), v => isValid(v));

            for (var i = 0; i < valid.Length; i++)
            {
                var changed = valid.ToCharArray();
                changed[i] = (char)('0' + (changed[i] - '0' + random.Next(1, 10)) % 10);
                Assert.False(isValid(new(changed)), $"seed {seed}: {valid} -> {new string(changed)}");
                if (!swaps || i == 0 || valid[i] == valid[i - 1]) continue;
                changed = valid.ToCharArray();
                (changed[i], changed[i - 1]) = (changed[i - 1], changed[i]);
                Assert.False(isValid(new(changed)), $"seed {seed}: {valid} -> {new string(changed)}");
            }
        }
    }
}
