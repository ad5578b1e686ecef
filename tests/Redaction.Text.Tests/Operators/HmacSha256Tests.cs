using System.Security.Cryptography;
using Xunit;

namespace Redaction.Text.Tests;

public class HmacSha256Tests
{
    [Fact]
    public void Compute_AnyKeyAndMessage_IsTheFrameworks()
    {
        var random = new Random(1);
        for (var length = 0; length < 700; length += 3)
        {
            var (key, message, code) = (new byte[length % 130], new byte[length], new byte[32]);
            random.NextBytes(key);
            random.NextBytes(message);

            new HmacSha256(key).Compute(message, code);

            Assert.Equal(HMACSHA256.HashData(key, message), code);
        }
    }

    [Theory] // RFC 4231, 4.2 and 4.3
    [InlineData("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "4869205468657265",
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")]
    [InlineData("4a656665", "7768617420646f2079612077616e7420666f72206e6f7468696e673f",
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    public void Compute_PublishedVector_IsEqual(string key, string message, string expected)
    {
        var code = new byte[32];

        new HmacSha256(Convert.FromHexString(key)).Compute(Convert.FromHexString(message), code);

        Assert.Equal(expected, Convert.ToHexStringLower(code));
    }
}
