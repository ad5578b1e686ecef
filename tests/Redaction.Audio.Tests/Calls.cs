using System.Text;
using Redaction.Text;

namespace Redaction.Audio.Tests;

/// <summary>Shared ways to run the redactor.</summary>
internal static class Calls
{
    private static readonly OperatorOptions s_overWords = new([new("paddingOverWordsMs", "5000")]);

    /// <summary>A redactor whose padding also covers neighbouring words, so that tests see the whole of it.</summary>
    public static CallRedactor Redactor(string @operator = "label", IEnumerable<ITextDetector>? detectors = null) =>
        Redactor(@operator == "keep" ? new RedactionPolicy("test", new PolicyRule("keep"))
            : new("test", new PolicyRule("silence") { Medium = "audio", With = s_overWords }, new PolicyRule(@operator)), detectors);

    public static CallRedactor Redactor(RedactionPolicy policy, IEnumerable<ITextDetector>? detectors = null) =>
        new(policy, detectors ?? [new SpokenNumbers(), .. TextDetectors.All.Where(d => d.Info.Id == "email")],
            [.. TextOperators.All, .. AudioOperators.All, new FillOperator()])
        { UnsearchedSound = UnsearchedChoice.Keep }; // noise without end stands for speech: what is masked is looked at, not the rest

    public static string RedactText(string transcript, ITranscriptFormat format, CallRedactor? redactor = null)
    {
        using var output = new MemoryStream();
        (redactor ?? Redactor()).RedactTranscript(Bytes(transcript), format, output, RedactionContext.Default, new Plans(), default);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    public static (byte[] Wav, string Transcript, CallSummary Summary, Plans Plans) Redact(
        byte[] wav, string transcript, ITranscriptFormat format, CallRedactor? redactor = null)
    {
        using var wavOut = new MemoryStream();
        using var transcriptOut = new MemoryStream();
        var plans = new Plans();
        var summary = (redactor ?? Redactor()).Redact(
            new MemoryStream(wav), Bytes(transcript), format, wavOut, transcriptOut, RedactionContext.Default, plans, default);
        return (wavOut.ToArray(), Encoding.UTF8.GetString(transcriptOut.ToArray()), summary, plans);
    }

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));
}
