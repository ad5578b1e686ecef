using Xunit;

namespace Redaction.Text.Tests;

public class Ff1Tests
{
    private const string Aes128 = "2B7E151628AED2A6ABF7158809CF4F3C";
    private const string Aes192 = Aes128 + "EF4359D8D580AA4F";
    private const string Aes256 = Aes192 + "7F036D6F04FC6A94";
    private const string Tweak = "39383736353433323130";
    private const string OtherTweak = "3737373770717273373737";

    [Theory] // The nine samples that NIST publishes with SP 800-38G.
    [InlineData(Aes128, 10, "", "0123456789", "2433477484")]
    [InlineData(Aes128, 10, Tweak, "0123456789", "6124200773")]
    [InlineData(Aes128, 36, OtherTweak, "0123456789abcdefghi", "a9tv40mll9kdu509eum")]
    [InlineData(Aes192, 10, "", "0123456789", "2830668132")]
    [InlineData(Aes192, 10, Tweak, "0123456789", "2496655549")]
    [InlineData(Aes192, 36, OtherTweak, "0123456789abcdefghi", "xbj3kv35jrawxv32ysr")]
    [InlineData(Aes256, 10, "", "0123456789", "6657667009")]
    [InlineData(Aes256, 10, Tweak, "0123456789", "1001623463")]
    [InlineData(Aes256, 36, OtherTweak, "0123456789abcdefghi", "xs8a0azh2avyalyzuwd")]
    public void Encrypt_PublishedSample_IsEqual(string key, int radix, string tweak, string plain, string encrypted)
    {
        using var cipher = new Ff1(Convert.FromHexString(key), radix);
        var numerals = Numerals(plain);

        cipher.Encrypt(numerals, Convert.FromHexString(tweak));
        Assert.Equal(Numerals(encrypted), numerals);

        cipher.Decrypt(numerals, Convert.FromHexString(tweak));
        Assert.Equal(Numerals(plain), numerals);
    }

    [Fact]
    public void Encrypt_AnyLengthAndRadix_IsUndone()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var radix = random.Next(2, 65537);
            using var cipher = new Ff1(Enumerable.Range(0, 32).Select(i => (byte)random.Next(256)).ToArray(), radix);
            var plain = Enumerable.Range(0, random.Next(20, 90)).Select(_ => (ushort)random.Next(radix)).ToArray();
            var (tweak, work) = (new byte[random.Next(40)], plain.ToArray());

            cipher.Encrypt(work, tweak);
            var changed = !work.SequenceEqual(plain);
            cipher.Decrypt(work, tweak);

            Assert.True(changed && work.SequenceEqual(plain), $"seed {seed}");
        }
    }

    [Fact]
    public void Encrypt_SmallDomain_IsRefused()
    {
        using var cipher = new Ff1(new byte[16], 10);

        Assert.False(cipher.IsLongEnough(5));
        Assert.True(cipher.IsLongEnough(6));
        Assert.Throws<ArgumentException>(() => cipher.Encrypt(new ushort[5], []));
        Assert.Throws<ArgumentException>(() => cipher.Encrypt([1, 2, 3, 4, 5, 10], []));
    }

    private static ushort[] Numerals(string text) => [.. text.Select(c => (ushort)(char.IsAsciiDigit(c) ? c - '0' : c - 'a' + 10))];
}
