using System.Diagnostics;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Audio.Tests;

/// <summary>The example of docs/calls.md, compiled.</summary>
internal sealed class WhisperCpp(string program, string model) : ITranscriptVerifier
{
    public string Id => "whisper.cpp";

    public async ValueTask<string> ListenAsync(Stream recording, CancellationToken cancellationToken)
    {
        var file = Path.GetTempFileName();
        try
        {
            await using (var copy = File.Create(file)) await recording.CopyToAsync(copy, cancellationToken);
            using var process =
                Process.Start(new ProcessStartInfo(program, ["-m", model, "-nt", "-f", file]) { RedirectStandardOutput = true })!;
            var heard = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? heard : throw new InvalidOperationException("The recogniser failed.");
        }
        finally
        {
            File.Delete(file);
        }
    }
}

public class WhisperCppTests
{
    [Fact]
    public void Example_IsTheOneOfTheDocumentation()
    {
        var source = File.ReadAllText(Repository.PathOf("tests", "Redaction.Audio.Tests", "WhisperCpp.cs"));
        var start = source.IndexOf("sealed class WhisperCpp", StringComparison.Ordinal);
        var example = source[start..source.IndexOf("\n}\n", start, StringComparison.Ordinal)];

        Assert.Contains(example, File.ReadAllText(Repository.PathOf("docs", "calls.md")), StringComparison.Ordinal);
    }

    /// <summary>Runs a program in the recogniser's place that says what a recogniser of an unmasked call would.</summary>
    [UnixFact]
    public async Task Example_ReadsWhatTheProgramHears()
    {
        var program = Path.GetTempFileName();
        try
        {
            File.WriteAllText(program, "#!/bin/sh\necho 'write to jane@example.org again'\n");
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            var wav = WavFile.Create("pcm16", 1, 8000, new byte[16000]);

            var check = await Calls.Redactor().VerifyAsync(
                new MemoryStream(wav), new MemoryStream("""{"segments":[{"start":0,"end":1,"text":"write again"}]}"""u8.ToArray()),
                new WhisperJson(), new WhisperCpp(program, "none"));

            Assert.Equal((2, 2, false), (check.KeptWords, check.KeptWordsHeard, check.IsPassed));
            Assert.Equal("email", check.Residue.Keys.Single());
        }
        finally
        {
            File.Delete(program);
        }
    }
}
