using System.Runtime.InteropServices;

namespace Redaction;

/// <summary>Tells files from pipes, sockets and devices, which may have no end or never answer.</summary>
internal static partial class FileNature
{
    private const int CurrentFolder = -100;
    private const uint TypeAndMode = 3;
    private const int ModeOffset = 28;
    private const int TypeMask = 0xF000;
    private const int RegularFile = 0x8000;
    private const int BufferLength = 256;

    /// <summary>True for a regular file, or where the system does not tell. Links are followed.</summary>
    public static unsafe bool IsRegular(string path)
    {
        if (!OperatingSystem.IsLinux()) return true;
        var buffer = stackalloc byte[BufferLength];
        try
        {
            // Opening a pipe to ask would wait for whoever writes to it.
            if (StatX(CurrentFolder, path, 0, TypeAndMode, buffer) != 0) return true;
        }
        catch (EntryPointNotFoundException)
        {
            return true;
        }
        return (*(ushort*)(buffer + ModeOffset) & TypeMask) == RegularFile;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int StatX(int folder, string path, int flags, uint mask, byte* buffer);
}
