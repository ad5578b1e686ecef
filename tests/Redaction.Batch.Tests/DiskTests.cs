using Redaction.TestKit;
using Xunit;

namespace Redaction.Batch.Tests;

/// <summary>A disk that gets full, and inputs that change while they are read.</summary>
public sealed class DiskTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reserve_FullDisk_GivesItsRoomToWhatTellsOfTheRun()
    {
        if (!OperatingSystem.IsLinux()) return;
        using var reserve = new DiskReserve(_folder.PathOf(".reserve"), 4096);
        using var item = new OutputStream(Full(), reserve);

        var failure = Assert.Throws<RedactionException>(() => item.Write(new byte[16]));

        Assert.Equal(ErrorCodes.DiskFull, failure.Code);
        Assert.True(reserve.IsGone);
        Assert.False(File.Exists(_folder.PathOf(".reserve")));
        using var manifest = new OutputFile(_folder.PathOf("manifest.jsonl"), reserve, usesReserve: true);
        manifest.Stream.Write("{}"u8);
        Assert.Equal(2, manifest.Finish().Bytes);
        using var other = new OutputFile(_folder.PathOf("other.txt"), reserve);
        Assert.Throws<RedactionException>(() => other.Stream.Write("x"u8)); // nothing else takes the room
    }

    [Fact]
    public void Reserve_FullDisk_IsTriedOnceMore()
    {
        if (!OperatingSystem.IsLinux()) return;
        using var reserve = new DiskReserve(_folder.PathOf(".reserve"), 4096);
        using var manifest = new OutputStream(Full(), reserve, usesReserve: true);

        Assert.Throws<RedactionException>(() => manifest.Write(new byte[16]));

        Assert.True(reserve.IsGone);
    }

    [Fact]
    public void Run_InputThatChangesWhileItIsRead_IsRefused()
    {
        var path = _folder.Write("a.txt", "write to jane@example.com\n");
        using var work = new FileWork("a.txt", [path], i => new OutputFile(_folder.PathOf("out.txt")), static _ => RedactionObserver.None);
        work.Write(0).Write("x"u8);
        work.Read(0).ReadByte();

        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);
        var failure = Assert.Throws<RedactionException>(() => work.Release());

        Assert.Equal(ErrorCodes.InputChanged, failure.Code);
        Assert.False(File.Exists(_folder.PathOf("out.txt")));
    }

    private static FileStream Full() => new("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
}
