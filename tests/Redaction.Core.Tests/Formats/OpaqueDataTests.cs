using System.Text;
using Xunit;

namespace Redaction.Core.Tests;

public class OpaqueDataTests
{
    private static readonly byte[] s_picture = Picture();

    public static TheoryData<string, string> Written
    {
        get
        {
            var base64 = Convert.ToBase64String(s_picture);
            var lines = Lines(base64);
            return new()
            {
                { "a data URI", "<img src=\"data:image/png;base64," + base64 + "\"> and text" },
                { "one line", "photo: " + base64 + " and text" },
                { "lines", "photo:\n" + string.Join('\n', lines) + "\n\nand text" },
                { "an answer to a mail", "> " + string.Join("\n> ", lines) + "\n\nand text" },
                { "an answer to an answer", ">> " + string.Join("\r\n>> ", lines) + "\r\n\r\nand text" },
                { "literals that are added", "var s = \"" + string.Join("\" +\n    \"", lines) + "\"; // and text" },
                { "literals side by side", "s = ('" + string.Join("'\n     '", lines) + "') # and text" },
                { "continued literals", "s = \"" + string.Join("\\\n", lines) + "\" # and text" },
                { "comments", "# " + string.Join("\n# ", lines) + "\n\nand text" },
                { "escaped bytes of a URI", "url(data:image/png," + Percent(s_picture) + ") and text" },
                { "bare escaped bytes", "body=" + Percent(s_picture) + " and text" },
                { "uuencode", "begin 644 photo.png\n" + Uuencode(s_picture) + "`\nend\nand text" },
                { "ASCII85", "<~" + Ascii85(s_picture) + "~> and text" },
                { "lines of ASCII85", "<~" + string.Join('\n', Lines(Ascii85(s_picture))) + "~> and text" },
                { "hexadecimal", "x'" + Convert.ToHexString(s_picture) + "' and text" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Written))]
    public void Find_Picture_IsFoundToItsEnd(string how, string text)
    {
        var found = OpaqueData.Find(text, 0);

        Assert.True(found.Length > s_picture.Length, how);
        Assert.InRange(text.IndexOf("and text", StringComparison.Ordinal) - found.End, 0, 12);
    }

    [Theory]
    [InlineData("data:text/plain,")]
    [InlineData("q=")]
    public void Find_EscapedText_IsNotData(string before)
    {
        var text = before + string.Concat(Enumerable.Repeat("Gr%C3%BC%C3%9Fe%20aus%20K%C3%B6ln%0A", 40));
        Assert.Equal(0, OpaqueData.Find(text, 0).Length);
    }

    [Fact]
    public void Find_WordsThatBeginLikeHeads_AreNotData()
    {
        const string Line = "begin 2024 with metadata: see text/plain, image/png, and <~ all that, in 100% of the database64 tables\n";
        Assert.Equal(0, OpaqueData.Find(string.Concat(Enumerable.Repeat(Line, 100)), 0).Length);
    }

    [Fact]
    public void Find_FieldsBehindData_AreNotPartOfIt()
    {
        var text = "{\"photo\":\"" + Convert.ToBase64String(s_picture) + "\",\n \"name\":\"Ada\"}";
        Assert.Equal(text.IndexOf("\",\n", StringComparison.Ordinal), OpaqueData.Find(text, 0).End);
    }

    private static string[] Lines(string text) => [.. text.Chunk(76).Select(static c => new string(c))];

    private static byte[] Picture()
    {
        var bytes = new byte[900];
        new Random(7).NextBytes(bytes);
        new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13 }.CopyTo(bytes, 0);
        return bytes;
    }

    private static string Percent(byte[] bytes) =>
        string.Concat(bytes.Select(static b => char.IsAsciiLetterOrDigit((char)b) ? $"{(char)b}" : $"%{b:X2}"));

    private static string Uuencode(byte[] bytes)
    {
        var text = new StringBuilder();
        foreach (var line in bytes.Chunk(45))
        {
            text.Append((char)(32 + line.Length));
            foreach (var three in line.Chunk(3))
            {
                var bits = (three[0] << 16) | (three.ElementAtOrDefault(1) << 8) | three.ElementAtOrDefault(2);
                for (var shift = 18; shift >= 0; shift -= 6) text.Append((bits >> shift & 63) is > 0 and var six ? (char)(32 + six) : '`');
            }
            text.Append('\n');
        }
        return text.ToString();
    }

    private static string Ascii85(byte[] bytes)
    {
        var text = new StringBuilder();
        foreach (var four in bytes.Chunk(4))
        {
            var value = four.Aggregate(0u, static (v, b) => (v << 8) | b);
            for (var power = 52200625u; power > 0; power /= 85) text.Append((char)('!' + (value / power % 85)));
        }
        return text.ToString();
    }
}
