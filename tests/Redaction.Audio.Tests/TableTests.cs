using System.Text;
using Xunit;

namespace Redaction.Audio.Tests;

/// <summary>Tables of words or sentences with their times.</summary>
public class TableTests
{
    private const string Words =
        "start,end,word,speaker\n0.5,0.8,my,A\n0.9,1.2,card,A\n1.3,1.6,is,A\n1.7,2.0,4539,A\n2.1,2.4,5260,A\n2.5,2.8,1815,A\n"
        + "2.9,3.2,9083,A\n3.3,3.6,okay,A\n";

    [Theory]
    [InlineData(Words, true)]
    [InlineData("start\tend\ttext\n500\t2000\thello there\n", true)] // Whisper's
    [InlineData("Word;Begin;Duration\n\"a \"\"b\"\"\";0,5;0,3\n", false)] // commas in numbers
    [InlineData("start,end,text,label\n5,9,salt,X\n12,16,Oslo,Y\n", false)] // places in a text
    [InlineData("text,start,end,label\nthere is salt in the sea,9,13,X\n", false)] // in a text beside them
    [InlineData("text,start,end,label\nhello there,500,1700,greeting\n", true)]
    [InlineData("text,start,end\nhow are you today my friend,3,8\n", true)]
    [InlineData("from,to,message\na@x-post.example,b@x-post.example,hi\n", false)]
    [InlineData("id,name\n1,x\n", false)]
    [InlineData("", false)]
    public void Recognises(string table, bool expected) =>
        Assert.Equal(expected, new TimedTable().Recognises(Encoding.UTF8.GetBytes(table)));

    [Fact]
    public void Redact_NumberOverRows_KeepsTheColumns_AndMasksItsTime()
    {
        var wav = WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 4));

        var (_, output, _, plans) = Calls.Redact(wav, Words, new TimedTable());

        Assert.Equal(
            "start,end,word,speaker\n0.5,0.8,my,A\n0.9,1.2,card,A\n1.3,1.6,is,A\n1.7,2.0,[credit-card],A\n2.1,2.4,,A\n2.5,2.8,,A\n"
            + "2.9,3.2,,A\n3.3,3.6,okay,A\n", output);
        var region = Assert.Single(plans.Audio[0].Items).Finding.Region;
        Assert.True(region.Start <= 17_000_000 && region.End >= 32_000_000);
    }

    [Fact]
    public void Redact_Sentences_KeepQuotesAndDelimiters()
    {
        const string table =
            "\uFEFFstart\tend\ttext\r\n500\t2000\thello there\r\n4000\t6000\t\"call \"\"me\"\" on +1 415 555 0132\"\r\n";

        Assert.Equal(table.Replace("+1 415 555 0132", "[phone]", StringComparison.Ordinal), Calls.RedactText(table, new TimedTable()));
    }

    [Fact]
    public void Redact_NumberOverRecords_KeepsTheLines()
    {
        const string lines =
            "{\"word\":\"card\",\"start\":0.9,\"end\":1.2}\r\n\n{\"word\":\"4539\",\"start\":1.7,\"end\":2.0}\n"
            + "{\"word\":\"5260\",\"start\":2.1,\"end\":2.4}\n{\"word\":\"1815\",\"start\":2.5,\"end\":2.8}\n"
            + "{\"word\":\"9083\",\"start\":2.9,\"end\":3.2}\n";
        var expected = lines.Replace("4539", "[credit-card]", StringComparison.Ordinal).Replace("5260", "", StringComparison.Ordinal)
            .Replace("1815", "", StringComparison.Ordinal).Replace("9083", "", StringComparison.Ordinal);

        Assert.True(new TimedLines().Recognises(Encoding.UTF8.GetBytes(lines)));
        Assert.Equal(expected, Calls.RedactText(lines, new TimedLines()));
    }

    [Fact]
    public void Redact_ResultsOfARecogniser_OneALine()
    {
        const string lines = """
            {"result":[{"start":0.1,"end":0.4,"word":"my"},{"start":0.5,"end":0.9,"word":"card"}],"text":"my card"}
            {"result":[{"start":2.1,"end":2.4,"word":"4539"},{"start":2.5,"end":2.9,"word":"5260"}],"text":"4539 5260"}
            {"result":[{"start":3.1,"end":3.4,"word":"1815"},{"start":3.5,"end":3.9,"word":"9083"}],"text":"1815 9083"}
            {"result":[{"start":5,"end":5.4,"word":"+1"},{"start":6,"end":6.4,"word":"4155550132"}]}

            """;

        Assert.True(new TimedLines().Recognises(Encoding.UTF8.GetBytes(lines)));
        var redacted = Calls.RedactText(lines, new TimedLines());
        Assert.Contains("[phone]", redacted, StringComparison.Ordinal);
        Assert.DoesNotContain("0132", redacted, StringComparison.Ordinal);
        Assert.Contains("\"text\":\"my card\"", redacted, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"text\":\"hello there\",\"start\":1,\"end\":2}\n{\"text\":\"and you\",\"start\":2,\"end\":3}\n{\"text\":\"or me\",\"start\":3,\"end\":4}\n")]
    [InlineData("{\"text\":\"one\"}\n{\"text\":\"two\"}\n{\"text\":\"three\"}\n")]
    public void RecordsThatAreNoWordsWithTimes_StayRecords(string lines) =>
        Assert.False(new TimedLines().Recognises(Encoding.UTF8.GetBytes(lines)));

    [Theory]
    [InlineData("start,end,word\n0.5,0.8,my\n0.9,x,card\n", "Record 3")]
    [InlineData("start,end,word\n0.5,0.8,my\n0.9,1.2,\"card\n", "Record 3")]
    public void Read_RecordWithoutTimes_IsRefusedWithItsNumber(string table, string told)
    {
        var failure = Assert.Throws<RedactionException>(() => new TimedTable().Read(Encoding.UTF8.GetBytes(table)));

        Assert.Equal(ErrorCodes.Malformed, failure.Code);
        Assert.Contains(told, failure.Message, StringComparison.Ordinal);
    }
}
