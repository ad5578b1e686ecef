using System.Runtime.InteropServices;

namespace Redaction.Cli;

/// <summary>The heaps that the C library keeps for native code. It makes up to eight for each processor, and what one thread frees in its
/// own stays there: pictures pass through many threads.</summary>
internal static partial class NativeArenas
{
    private const int ArenaMax = -8; // M_ARENA_MAX of malloc.h

    /// <summary>Has all threads share one; at the start, before native code has run. Elsewhere than on Linux with glibc nothing
    /// changes.</summary>
    public static void Share()
    {
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            _ = SetMalloc(ArenaMax, 1);
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
