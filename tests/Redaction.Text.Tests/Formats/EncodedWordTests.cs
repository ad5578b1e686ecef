using System.Text;
using Xunit;

namespace Redaction.Text.Tests;

public class EncodedWordTests
{
    [Theory]
    [InlineData("koi8-r")]
    [InlineData("windows-1251")]
    [InlineData("gb2312")]
    [InlineData("gb18030")]
    [InlineData("big5")]
    [InlineData("euc-kr")]
    [InlineData("euc-jp")]
    [InlineData("shift_jis")]
    [InlineData("iso-2022-jp")]
    [InlineData("iso-2022-kr")]
    [InlineData("iso-8859-15")]
    [InlineData("windows-874")]
    public void Decode_EveryCharacterSet_IsRead(string charset)
    {
        var bytes = CodePages.Find(charset)!.GetBytes("jane@example.com");
        var q = string.Concat(bytes.Select(static b => $"={b:X2}"));

        Assert.Equal("jane@example.com", EncodedWords.Decode($"=?{charset}?B?{Convert.ToBase64String(bytes)}?="));
        Assert.Equal("jane@example.com", EncodedWords.Decode($"=?{charset}*en?q?{q}?="));
        Assert.Equal("attachment; filename=\"jane@example.com\"",
            EncodedWords.Decode($"attachment; filename*={charset}''{q.Replace('=', '%')}"));
    }

    [Fact]
    public void Decode_CharacterCutBetweenWords_IsPutTogether()
    {
        var bytes = Encoding.UTF8.GetBytes("Łukasz");

        Assert.Equal("a Łukasz b", EncodedWords.Decode(
            $"a =?utf-8?B?{Convert.ToBase64String(bytes[..1])}?=\t=?utf-8?B?{Convert.ToBase64String(bytes[1..])}?= b"));
    }

    [Theory]
    [InlineData("=?utf-7?B?amFuZQ==?=")]
    [InlineData("=?x-mine?Q?jane?=")]
    [InlineData("=?utf-8?B?!!!?=")]
    [InlineData("attachment; filename*=x-mine''jane")]
    public void Undecoded_WordThatIsNotRead_IsTold(string value) => Assert.True(EncodedWords.Undecoded(EncodedWords.Decode(value)) > 0);

    [Theory]
    [InlineData("text/plain; name*0=\"jane\"; name*1=\"@example.com\"; x=y", "text/plain; name=\"jane@example.com\"; x=y")]
    [InlineData("text/plain; name*0*=utf-8''ja%6E; name*1=\"e.txt\"", "text/plain; name=\"jane.txt\"")]
    [InlineData("=?utf-8?q??= and =?utf-8?q?jane?=", " and jane")]
    [InlineData("2 * 3 = 6", "2 * 3 = 6")]
    public void Decode_Parts_AreJoined(string value, string expected) => Assert.Equal(expected, EncodedWords.Decode(value));
}
