using Redaction.Audio;
using Xunit;

namespace Redaction.Tests;

public sealed class PolicyCallsTests
{
    [Theory]
    [InlineData("calls: { voices: disguise }", "did you mean 'voice'")]
    [InlineData("calls: { voice: other }", "valid: disguise, formant, keep, pitch")]
    [InlineData("calls: { channels: { agent: left } }", "a number from 0")]
    [InlineData("calls: { channels: { agent: 0.5 } }", "a whole number")]
    public void Parse_Mistake_IsToldWithTheRightChoice(string calls, string problem)
    {
        var failure = Assert.Throws<PolicyException>(() => PolicyFile.Parse("id: a\nextends: default\n" + calls));

        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
        Assert.Equal(3, failure.Line);
    }

    [Fact]
    public void Parse_EveryKey_IsRead()
    {
        var calls = PolicyFile.Parse("id: a\nextends: default\ncalls:\n  voice: disguise\n  channels: { agent: 0, customer*: 1 }\n").Calls;

        Assert.Equal("disguise", calls.Voice);
        Assert.Equal([new SpeakerChannel(new("agent"), 0), new SpeakerChannel(new("customer*"), 1)], calls.Channels!.Value.ToArray());
    }

    [Theory]
    [InlineData("formant")]
    [InlineData("pitch")]
    public void Voice_IsReadAndWritten(string voice)
    {
        var policy = PolicyFile.Parse($"id: a\nextends: default\ncalls: {{ voice: {voice} }}\n");

        Assert.Equal(voice, policy.Calls.Voice);
        Assert.Throws<PolicyException>(new RedactionEngineBuilder().UsePolicy(policy).Build); // no key
        Assert.Throws<UnknownChoiceException>(() => new RedactionEngineBuilder().WithVoiceDisguise(voice + "s"));
    }

    [Fact]
    public void Disguise_WithoutAKey_IsAnError()
    {
        var builder = new RedactionEngineBuilder().UsePolicy(PolicyFile.Parse("id: a\nextends: default\ncalls: { voice: disguise }\n"));

        Assert.Contains("--keys", Assert.Throws<PolicyException>(builder.Build).Message, StringComparison.Ordinal);
        builder.ForScanning().Build(); // writes no recording
    }
}
