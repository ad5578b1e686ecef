using System.Text;
using System.Text.RegularExpressions;
using Redaction.TestKit;
using Redaction.Text;
using Xunit;

namespace Redaction.Audio.Tests;

/// <summary>Transcripts that were damaged: either nothing of the planted values is released, or the transcript is refused
/// (<see cref="Mutations"/>).</summary>
public partial class DamagedTranscriptTests
{
    private const int Few = 60; // the usual number of files of a format

    private static readonly CallRedactor s_redactor = Calls.Redactor("label", TextDetectors.All);

    public static TheoryData<string> Formats => [.. TranscriptFormats.All.Select(static f => f.Id), KaldiDirectory.Format.Id];

    [Theory, MemberData(nameof(Formats))]
    public void Redact_DamagedTranscript_ReleasesNoPlantedValue(string id)
    {
        string[] samples = [.. RoundTripTests.Files().Where(f => (string)f[0] == id).Select(static f => (string)f[2])];

        Mutations.Check(id, random =>
        {
            var values = Canaries.All.Take(10).OrderBy(_ => random.Next()).Take(2).ToArray();
            var text = samples.Length == 0 ? string.Concat(KaldiTests.s_files.Select(static f => f.Text))
                : samples[random.Next(samples.Length)];
            var which = random.Next(3);
            if (which < 2 || !Mail().IsMatch(text)) text = Spoken().Replace(text, values[0]);
            if (which != 1 || !text.Contains(values[0], StringComparison.Ordinal)) text = Mail().Replace(text, values[1]);
            return new(Encoding.UTF8.GetBytes(text), values);
        },
        samples.Length == 0 ? RedactKaldi : file => Redact(id, file), Few);
    }

    [Theory]
    [InlineData("{\"text\":\"call \\\"nancy.lark@example.org NaN\",\"segments\":[]}", false)] // behind an escaped quote
    [InlineData("{\"text\":\"call\\", true)]                                            // an escape ends the file
    public void Redact_JsonWithAnEscape_IsReadOrRefused(string json, bool isRefused)
    {
        var file = Encoding.UTF8.GetBytes(json);

        if (isRefused) Assert.Throws<RedactionException>(() => Redact("whisper-json", file));
        else Assert.DoesNotContain("nancy", Encoding.UTF8.GetString(Redact("whisper-json", file)), StringComparison.Ordinal);
    }

    [Fact]
    public void Samples_OfEveryFormat_HoldAValue() => Assert.All(
        RoundTripTests.Files(), static f => Assert.True(Spoken().IsMatch((string)f[2]) || Mail().IsMatch((string)f[2]), (string)f[0]));

    private static byte[] Redact(string id, byte[] file)
    {
        using var output = new MemoryStream();
        s_redactor.RedactTranscript(new MemoryStream(file), TranscriptFormats.All.Single(f => f.Id == id), output, RedactionContext.Default,
            new Plans(), default);
        return output.ToArray();
    }

    private static byte[] RedactKaldi(byte[] file) => [.. s_redactor.RedactKaldi(CallLedgerTests.Dealt(file), RedactionContext.Default,
        new Plans(), default).SelectMany(static f => f.Content)];

    /// <summary>Words that samples say.</summary>
    [GeneratedRegex(@"\b(?:call|hello|four|hi|x)\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Spoken();

    [GeneratedRegex(@"\bjane(?:\.doe)?@example\.org", RegexOptions.None, 1000)]
    private static partial Regex Mail();
}
