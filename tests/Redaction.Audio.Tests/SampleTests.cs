using System.Text;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Audio.Tests;

public class SampleTests
{
    private static readonly string[] s_secrets = ["0132", "jane", "example.com", "4111", "1111"];

    [Fact]
    public void SupportCall_IsRedactedInTextAndAudio()
    {
        var wav = File.ReadAllBytes(Path.Combine(Repository.Root, "samples/calls/support-call.wav"));
        var transcript = File.ReadAllText(Path.Combine(Repository.Root, "samples/calls/support-call.json"));
        var format = Formats.Detect(".json", Encoding.UTF8.GetBytes(transcript));

        var (output, text, summary, _) = Calls.Redact(wav, transcript, format!);

        Assert.Equal("whisper-json", format!.Id);
        Assert.Equal(wav.Length, output.Length);
        Assert.InRange(summary.Seconds, 25, 40);
        Assert.InRange(summary.MaskedSeconds, 6, 14);
        foreach (var secret in s_secrets) Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Voicemail_IsRedactedWithoutAudio()
    {
        var transcript = File.ReadAllText(Path.Combine(Repository.Root, "samples/calls/voicemail.vtt"));

        var text = Calls.RedactText(transcript, new WebVtt());

        foreach (var secret in s_secrets) Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<v [person]>", text, StringComparison.Ordinal);
    }
}
