using Xunit;

namespace Redaction.Tests;

/// <summary>Several transcripts beside one recording.</summary>
public sealed class FileCompanionsTests : IDisposable
{
    private const string Cues =
        "1\n00:00:00,500 --> 00:00:02,000\nhello there\n\n2\n00:00:04,000 --> 00:00:05,000\ncall 415 555 0132\n";

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("{\"text\":\"hello there call 415 555 0132\",\"segments\":[{\"id\":0,\"start\":0.5,\"end\":2,\"text\":\"Hello there,\"},"
        + "{\"id\":1,\"start\":4,\"end\":5,\"text\":\" call 415-555-0132.\"}],\"language\":\"en\"}", true)]
    [InlineData("{\"text\":\"hello\",\"segments\":[{\"id\":0,\"start\":0.5,\"end\":2,\"text\":\"hello\"}],\"language\":\"en\"}", false)]
    public void TranscriptBeside_SeveralOfOneName_HaveToAgree(string json, bool agrees)
    {
        File.WriteAllText(Path.Combine(_folder, "call.srt"), Cues);
        File.WriteAllText(Path.Combine(_folder, "call.json"), json);

        var found = FileCompanions.TranscriptBeside(Path.Combine(_folder, "call.wav"));

        Assert.Equal(agrees, found is not null);
    }
}
