using System.Text;
using Xunit;

namespace Redaction.Audio.Tests;

public class KaldiTests
{
    internal static readonly (string Name, string Text)[] s_files =
    [
        ("text", "jane_doe-0001 call +1 415 555 0132 now\njane_doe-0002 write to jane@example.org\nspk2-0001 alright\n"),
        ("segments", "jane_doe-0001 rec1 0.0 3.0\njane_doe-0002 rec1 3.0 6.0\nspk2-0001 rec1 6.0 7.0\n"),
        ("utt2spk", "jane_doe-0001 jane_doe\njane_doe-0002 jane_doe\nspk2-0001 spk2\n"),
        ("spk2utt", "jane_doe jane_doe-0001 jane_doe-0002\nspk2 spk2-0001\n"),
        ("wav.scp", "rec1 sox /data/jane@example.org.wav -t wav - |\n"),
        ("ctm", "rec1 1 0.1 0.2 call 0.99\nrec1 1 0.5 0.2 +1\nrec1 1 0.8 0.2 415\nrec1 1 1.1 0.2 555\nrec1 1 1.4 0.2 "
            + "0132\nrec1 1 2.0 0.2 now\n"),
        ("stm", "rec1 1 jane_doe 0.0 3.0 call +1 415 555 0132 now\n"),
    ];

    [Fact]
    public void Redact_NoFindings_IsTheSameBytes()
    {
        Assert.Equal(s_files, Redact(Calls.Redactor(new RedactionPolicy("test", new PolicyRule(PolicyRule.Keep)))));
    }

    [Fact]
    public void Redact_KeepsNamesConsistentOverTheFiles()
    {
        var files = Redact(Calls.Redactor()).ToDictionary(f => f.Name, f => f.Text);

        Assert.Equal("[person]-0001 call [phone] _ _ _ now\n[person]-0002 write to [email]\nspk2-0001 alright\n", files["text"]);
        Assert.Equal("[person]-0001 rec1 0.0 3.0\n[person]-0002 rec1 3.0 6.0\nspk2-0001 rec1 6.0 7.0\n", files["segments"]);
        Assert.Equal("[person] [person]-0001 [person]-0002\nspk2 spk2-0001\n", files["spk2utt"]);
        Assert.Equal(
            "rec1 1 0.1 0.2 call 0.99\nrec1 1 0.5 0.2 [phone]\nrec1 1 0.8 0.2 _\nrec1 1 1.1 0.2 _\nrec1 1 1.4 0.2 _\nrec1 1 2.0 0.2 now\n",
            files["ctm"]);
        Assert.Equal("rec1 1 [person] 0.0 3.0 call [phone] _ _ _ now\n", files["stm"]);
        Assert.DoesNotContain("jane", string.Concat(files.Values), StringComparison.Ordinal);
    }

    [Fact]
    public void Redact_WithoutText_SaysSo()
    {
        var failure = Assert.Throws<RedactionException>(
            () => Calls.Redactor().RedactKaldi([new("segments", [])], RedactionContext.Default, new Plans(), default));

        Assert.Equal(ErrorCodes.NoTranscript, failure.Code);
    }

    private static IEnumerable<(string Name, string Text)> Redact(CallRedactor redactor) =>
        redactor.RedactKaldi([.. s_files.Select(f => new KaldiFile(f.Name, Encoding.UTF8.GetBytes(f.Text)))], RedactionContext.Default,
            new Plans(), default)
            .Select(f => (f.Name, Encoding.UTF8.GetString(f.Content)));
}
