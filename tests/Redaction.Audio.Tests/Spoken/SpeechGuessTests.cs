using Redaction.Text;
using Xunit;

namespace Redaction.Audio.Tests;

/// <summary>What detectors for written text say about speech; a slash separates the lines.</summary>
public class SpeechGuessTests
{
    [Theory]
    [InlineData("it was meant to come [last tuesday] you know", "date")]
    [InlineData("you save twenty percent for [the first six months] and then pay", "date")]
    [InlineData("it was a [thirty six month] contract", "date")]
    [InlineData("back in [twenty twelve] we had the same trouble", "date")]
    [InlineData("i want to come [friday morning] please", "date")]
    [InlineData("have you got your [fine] already", "person")]
    [InlineData("thanks for calling [blue harbour hotels] how can i help", "organization")]
    public void Guess_ThatNothingSupports_IsWeak(string marked, string type) => Assert.Equal(Lines(Plain(marked)), Redact(marked, type));

    [Theory]
    [InlineData("it starts on [march the third twenty twenty six] then", "date", "it starts on [date] then")]
    [InlineData("it was [12/04/1980] then", "date", "it was [date] then")]
    [InlineData("what is your date of birth/it is [nine four seventy two] yes", "date", "what is your date of birth/it is [date] yes")]
    [InlineData("we talked to [oyindamola] about it", "person", "we talked to [person] about it")]
    [InlineData("so it was [fashola i] paid already", "person", "so it was [person] i paid already")]
    [InlineData("is the address on the [card thirty four park lane] please", "address", "is the address on the card [address] please")]
    [InlineData("so is it [seven the spinney in harrogate/yes dear] it is", "location", "so is it [location]/yes dear it is")]
    [InlineData("it runs out when/[july twenty nine/last three] on the strip", "date", "it runs out when/[date]/last three on the strip")]
    [InlineData("she is called [clara/whitfield] i think", "person", "she is called [person]/ i think")]
    [InlineData("the date was [the thirtieth of september this year] so", "date", "the date was [date] this year so")]
    public void Guess_ThatIsAValue_LosesTheWordsAround(string marked, string type, string expected) =>
        Assert.Equal(Lines(expected), Redact(marked, type));

    /// <summary>The whole text once more, on one line: what speech shows is looked for on its own lines only.</summary>
    [Fact]
    public void Answer_InATextThatRepeatsAllTurns_EndsWithItsTurn()
    {
        const string transcript = """
            {"text":"waar woont u op de oude gracht vierenveertig den haag blijft u even hangen het duurt een minuutje","segments":[
             {"start":0,"end":1,"text":"waar woont u"},{"start":1,"end":4,"text":"op de oude gracht vierenveertig den haag"},
             {"start":4,"end":8,"text":"blijft u even hangen het duurt een minuutje"}],"language":"nl"}
            """;
        ITextDetector[] all = [.. TextDetectors.All, new SpokenDetector()];
        var redactor = new CallRedactor(new RedactionPolicy("test", new PolicyRule("label") { MinScore = 0.5f }, new PolicyRule("keep")),
            [new RefinedDetector([.. all], TextRefiners.All)], [.. TextOperators.All, .. AudioOperators.All]);

        var output = Calls.RedactText(transcript, new WhisperJson(), redactor);

        Assert.Contains("\"op de [address]\"", output, StringComparison.Ordinal);
        Assert.Contains("op de [address] blijft u even hangen het duurt een minuutje\"", output, StringComparison.Ordinal);
        Assert.Contains("\"blijft u even hangen het duurt een minuutje\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Name_FoundOnce_IsFoundInTheRestOfTheCall() =>
        Assert.Equal(Lines("i spoke with [person] yesterday/okay [person] it is done"),
            Redact("i spoke with [oyindamola] yesterday/okay oyindamola it is done", "person"));

    private static string[] Lines(string text) => text.Split('/');

    private static string Plain(string marked) =>
        marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

    private static string[] Redact(string marked, string type)
    {
        var isDate = marked.Contains("/04/", StringComparison.Ordinal); // its slashes are its own
        var text = Plain(marked).Split(isDate ? '|' : '/');
        var cues = string.Concat(text.Select((line, i) => $"{i + 1}\n00:00:{i * 5:00},000 --> 00:00:{i * 5 + 4:00},000\n{line}\n\n"));
        var start = marked.IndexOf('[', StringComparison.Ordinal);
        var value = marked[(start + 1)..marked.IndexOf(']', StringComparison.Ordinal)];
        if (!isDate) value = value.Replace('/', '\n');
        var redactor = new CallRedactor(
            new RedactionPolicy("test", new PolicyRule("label") { MinScore = 0.5f }, new PolicyRule("keep")),
            [new Model(value, start, type)], [.. TextOperators.All, .. AudioOperators.All]);
        var output = Calls.RedactText(cues, new Srt(), redactor);
        return [.. output.Split('\n').Where((_, i) => i % 4 == 2).SelectMany(l => isDate ? Lines(l) : [l])];
    }

    /// <summary>Reports one stretch of the text, as a model for written text does.</summary>
    private sealed class Model(string value, int start, string type) : ITextDetector
    {
        public DetectorInfo Info { get; } = new("model", [new(type)]);

        public void Detect(TextSource source, FindingSink<TextSpan> findings)
        {
            if (source.Text.Length >= start + value.Length && source.Text.Slice(start, value.Length).SequenceEqual(value))
                findings.Add(new(new(type), new(start, value.Length), 0.9f, "model"));
        }
    }
}
