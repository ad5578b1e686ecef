using Xunit;

namespace Redaction.Audio.Tests;

public class SpokenTextTests
{
    [Theory]
    // The cases of NVIDIA's grammars for inverse text normalisation (NeMo-text-processing, Apache-2.0),
    // written without separators between groups.
    [InlineData("double oh three one two three five six seven eight", "0031235678")]
    [InlineData("o two three four five six seven eight", "02345678")]
    [InlineData("plus nine one one two three four five six", "+91123456")]
    [InlineData("four three two double seven three two one four three two one four three double zero five", "4327732143214" + "3005")]
    [InlineData("ssn is seven double nine one two three double one three", "ssn is 799123113")]
    [InlineData("two two five dot double five dot o dot forty five", "225.55.0.45")]
    [InlineData("five w k r a three one", "5wkra31")]
    [InlineData("x three eighty six", "x386")]
    [InlineData("a dot b c at g mail dot com", "a.bc@gmail.com")]
    [InlineData("a b three hyphen s d d dash three at g mail dot com", "ab3-sdd-3@gmail.com")]
    public void Normalise_SpokenForm_IsWritten(string spoken, string written)
    {
        Assert.Equal(written, SpokenText.Normalise(spoken, "en").Text.ToString());
    }

    [Theory]
    [InlineData("a thirty six")] // an article, not a letter
    [InlineData("two of them")]
    [InlineData("one or two people went for four days to see it")]
    [InlineData("oh i see you are right")]
    [InlineData("it costs a hundred and twenty dollars")]
    [InlineData("meet me at home dot")]
    [InlineData("see you at three thirty")]
    public void Normalise_OrdinaryWords_Stay(string spoken)
    {
        Assert.Equal(spoken, SpokenText.Normalise(spoken, "en").Text.ToString());
    }

    [Theory]
    [InlineData("my pin um four two no wait three five one", "my pin um 4351")]
    [InlineData("code four two sorry three five one", "code 4351")]
    [InlineData("it's m as in mike n for nancy double l four five", "it's mnll45")]
    [InlineData("eight hundred five five five oh one four two", "8005550142")]
    [InlineData("4 double 2 nine seven", "42297")]
    [InlineData("four one one one\nmm-hmm\ntwo two to two", "41112222")]
    public void Normalise_Disfluent_IsRepaired(string spoken, string written)
    {
        Assert.Equal(written, SpokenText.Normalise(spoken, "en").Text.ToString());
    }

    [Fact]
    public void Normalise_TimedText_KnowsTheTimeOfEveryDigit()
    {
        var spoken = new RecoveredText<AudioSpan>(
            "pin is four double two nine", [.. new[] { (0, 3), (4, 2), (7, 4), (12, 6), (19, 3), (23, 4) }
                .Select((w, i) => new TextPiece<AudioSpan>(new(w.Item1, w.Item2), new AudioSpan(i * 100, 90)))]);

        var written = SpokenText.Normalise(spoken, "en");

        Assert.Equal("pin is 4229", written.Text.ToString());
        Assert.Equal(AudioSpan.FromBounds(300, 490), written.Locate(new(8, 2)));
        Assert.Equal(AudioSpan.FromBounds(500, 590), written.Locate(new(10, 1)));
    }
}
