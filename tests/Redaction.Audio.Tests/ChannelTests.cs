using Redaction.Text;
using Xunit;

namespace Redaction.Audio.Tests;

/// <summary>Masks on the channel of the speaker only.</summary>
public class ChannelTests
{
    private const int Rate = 8000;
    private static readonly byte[] s_samples = WavFile.Noise("pcm16", 2, Rate, 5);

    [Theory]
    [InlineData("agent", true, false)]
    [InlineData("customer", false, true)]
    [InlineData("somebody", true, true)] // nobody says where somebody is recorded
    [InlineData("", true, true)]
    public void Mask_CoversTheChannelOfTheSpeaker(string speaker, bool first, bool second)
    {
        var samples = WavFile.Data(Redact(speaker, new SpeakerChannel(new("agent*"), 0), new SpeakerChannel(new("customer"), 1)));

        Assert.Equal(first, IsSilent(samples, 0));
        Assert.Equal(second, IsSilent(samples, 1));
        Assert.True(first || IsAsBefore(samples, 0));
        Assert.True(second || IsAsBefore(samples, 1));
    }

    [Fact]
    public void Channel_ThatTheRecordingLacks_MeansAll()
    {
        var samples = WavFile.Data(Redact("agent", new SpeakerChannel(new("agent"), 2)));

        Assert.True(IsSilent(samples, 0) && IsSilent(samples, 1));
    }

    [Fact]
    public void NoChannels_MeansAll()
    {
        var samples = WavFile.Data(Redact("agent"));

        Assert.True(IsSilent(samples, 0) && IsSilent(samples, 1));
    }

    private static byte[] Redact(string speaker, params SpeakerChannel[] channels)
    {
        var said = speaker.Length == 0 ? "" : $",\"speaker\":\"{speaker}\"";
        var transcript =
            $$"""{"segments":[{"start":0,"end":5{{said}},"words":[{"word":"call","start":0,"end":0.5},{"word":"jane@example.org","start":2,"end":3}]}]}""";
        var redactor = new CallRedactor(
            new RedactionPolicy("test", new PolicyRule("silence")), TextDetectors.All.Where(static d => d.Info.Id == "email"),
            [.. TextOperators.All, .. AudioOperators.All])
        {
            SpeakerChannels = [.. channels],
            UnsearchedSound = UnsearchedChoice.Keep,
        };
        return Calls.Redact(WavFile.Create("pcm16", 2, Rate, s_samples), transcript, new WhisperJson(), redactor).Wav;
    }

    private static bool IsSilent(byte[] data, int channel) => Value(data, channel).All(static s => s == 0);

    private static bool IsAsBefore(byte[] data, int channel) =>
        Enumerable.Range(0, data.Length / 4)
            .All(i => BitConverter.ToInt16(data, i * 4 + channel * 2) == BitConverter.ToInt16(s_samples, i * 4 + channel * 2));

    private static IEnumerable<short> Value(byte[] data, int channel) =>
        Enumerable.Range(2 * Rate, Rate).Select(i => BitConverter.ToInt16(data, i * 4 + channel * 2));
}
