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

    [Theory]
    [InlineData(0.1, 0, true)]
    [InlineData(0.1, 60, true)] // an echo of the line
    [InlineData(-0.05, 20, true)] // upside down
    [InlineData(0, 0, false)]
    public void Voice_HeardOnTheOtherChannel_IsMaskedThereToo(double share, int lateMs, bool isMasked)
    {
        var random = new Random(5);
        var (own, other) = (new double[5 * Rate], new double[5 * Rate]);
        for (var i = 1; i < own.Length; i++) (own[i], other[i]) = (0.7 * own[i - 1] + Next(6000), 0.7 * other[i - 1] + Next(600));
        var late = lateMs * Rate / 1000;
        for (var i = late; i < own.Length; i++) other[i] += share * own[i - late];
        var samples = new byte[4 * own.Length];
        for (var i = 0; i < own.Length; i++)
        {
            BitConverter.TryWriteBytes(samples.AsSpan(4 * i), (short)own[i]);
            BitConverter.TryWriteBytes(samples.AsSpan(4 * i + 2), (short)other[i]);
        }

        var redacted = WavFile.Data(Redact(samples, "agent", new SpeakerChannel(new("agent"), 0)));

        Assert.True(IsSilent(redacted, 0));
        Assert.Equal(isMasked, IsSilent(redacted, 1));
        var after = (int)((3.255 + lateMs / 1000d - 0.02) * Rate);
        if (lateMs > 20) Assert.Equal(0, BitConverter.ToInt16(redacted, 4 * after + 2)); // the echo ends late
        Assert.NotEqual(0, BitConverter.ToInt16(redacted, 4 * (after + Rate / 10) + 2));

        double Next(int loud) => (random.NextDouble() - 0.5) * loud;
    }

    private static byte[] Redact(string speaker, params SpeakerChannel[] channels) => Redact(s_samples, speaker, channels);

    private static byte[] Redact(byte[] recorded, string speaker, params SpeakerChannel[] channels)
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
        return Calls.Redact(WavFile.Create("pcm16", 2, Rate, recorded), transcript, new WhisperJson(), redactor).Wav;
    }

    private static bool IsSilent(byte[] data, int channel) => Value(data, channel).All(static s => s == 0);

    private static bool IsAsBefore(byte[] data, int channel) =>
        Enumerable.Range(0, data.Length / 4)
            .All(i => BitConverter.ToInt16(data, i * 4 + channel * 2) == BitConverter.ToInt16(s_samples, i * 4 + channel * 2));

    private static IEnumerable<short> Value(byte[] data, int channel) =>
        Enumerable.Range(2 * Rate, Rate).Select(i => BitConverter.ToInt16(data, i * 4 + channel * 2));
}
