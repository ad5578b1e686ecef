using System.Globalization;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Cli.Tests;

/// <summary>What <see cref="OfflineCommandTests"/> shows of the command, for a program that only embeds the library.</summary>
public sealed class OfflineLibraryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [StraceFact]
    public void A_program_with_the_library_tells_nobody()
    {
        var run = Run("library");

        Assert.True(run.Status == 0, run.Error);
        Assert.Empty(run.Words);
    }

    [StraceFact]
    public void The_same_program_without_the_library_is_seen_to_tell()
    {
        var run = Run("bare");

        Assert.True(run.Status == 0, run.Error);
        Assert.NotEmpty(run.Sockets);
        Assert.NotEmpty(run.Identities);
        Assert.NotEmpty(run.Files);
    }

    private TracedRun Run(string way) => TracedRun.Of(
        _folder,
        TimeSpan.Zero,
        "",
        Path.Combine(AppContext.BaseDirectory, "Redaction.OfflineProgram.dll"),
        way,
        Repository.PathOf("models", "plate-verifier", "plate_verifier.onnx"),
        Offline.PastTheFirstUpload.TotalSeconds.ToString(CultureInfo.InvariantCulture));
}
