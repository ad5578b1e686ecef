using Redaction.Evaluation;

namespace Redaction.Audio.Tests;

/// <summary>What is masked of an invented call.</summary>
internal static class CallMask
{
    private const int Rate = 8000;

    public static Interval Time(LabelledWord word) => new(word.Start, word.End);

    /// <summary>The masked time of a call whose recogniser hears all of its words.</summary>
    public static IEnumerable<Interval> Of(CallRedactor redactor, LabelledCall call) => Of(redactor, call, call.Words[^1].End);

    /// <summary>The masked time of a call as a recogniser writes it.</summary>
    public static IEnumerable<Interval> Of(CallRedactor redactor, LabelledCall heard, double seconds)
    {
        using var transcript = new MemoryStream();
        CallFiles.WriteWhisper(heard, transcript);
        transcript.Position = 0;
        var plans = new Plans();
        using var wav = new MemoryStream(WavFile.Create("pcm8", 1, Rate, new byte[(int)((seconds + 1) * Rate)]));
        redactor.Redact(wav, transcript, new WhisperJson(), Stream.Null, Stream.Null, RedactionContext.Default, plans, default);
        return plans.Audio[0].Items.Select(
            static i => new Interval((double)i.Finding.Region.Start / TimeSpan.TicksPerSecond,
                (double)i.Finding.Region.End / TimeSpan.TicksPerSecond));
    }
}
