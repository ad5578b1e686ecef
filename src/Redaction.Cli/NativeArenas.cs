using System.Runtime.InteropServices;

namespace Redaction.Cli;

/// <summary>The heaps that the C library keeps for native code. It makes up to eight for each processor, and what one thread frees in its
/// own stays there: pictures pass through many threads.</summary>
internal static partial class NativeArenas
{
    private const int TrimThreshold = -1, MmapThreshold = -3, ArenaMax = -8; // M_… of malloc.h
    private const int Large = 4 << 20;   // bytes from which a piece goes back to the system at once; else that grows to 32 MB
    private const int Unused = 16 << 20; // bytes at the end of a heap that are kept

    /// <summary>Has all threads share one, and gives large pieces back; at the start, before native code has run. Elsewhere than on Linux
    /// with glibc nothing changes.</summary>
    public static void Share()
    {
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            _ = SetMalloc(ArenaMax, 1);
            _ = SetMalloc(MmapThreshold, Large);
            _ = SetMalloc(TrimThreshold, Unused);
        }
        catch (EntryPointNotFoundException)
        {
            // another C library
        }
    }

    [LibraryImport("libc", EntryPoint = "mallopt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetMalloc(int option, int value);
}
