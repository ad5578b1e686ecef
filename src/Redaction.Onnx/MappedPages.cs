using System.Runtime.InteropServices;

namespace Redaction.Onnx;

/// <summary>Tells the system which memory the process no longer needs and which is better held in large pages, where it is Linux;
/// elsewhere nothing changes.</summary>
/// <remarks>Nothing is lost and nothing depends on it: pages of a file are read again when they are asked for.</remarks>
internal static partial class MappedPages
{
    private const int HugePage = 14; // MADV_HUGEPAGE of mman.h
    private const int PageOut = 21; // MADV_PAGEOUT of mman.h: clean pages of files leave the process, others stay where there is no swap

    /// <summary>Lets go of the pages of a mapped assembly that hold a resource which has been read.</summary>
    public static unsafe void LetGo(Stream resource)
    {
        if (!OperatingSystem.IsLinux() || resource is not UnmanagedMemoryStream { Length: > 0 } mapped) return;
        mapped.Position = 0;
        var page = (nuint)Environment.SystemPageSize;
        var first = ((nuint)mapped.PositionPointer + page - 1) / page * page;
        var end = ((nuint)mapped.PositionPointer + (nuint)mapped.Length) / page * page;
        if (end > first) _ = Advise(first, end - first, PageOut); // what cannot be let go stays
    }

    /// <summary>Says that the memory from a place on is better held in large pages.</summary>
    public static void MakeLarge(nint start, nint length)
    {
        if (!OperatingSystem.IsLinux()) return;
        var page = (nuint)Environment.SystemPageSize;
        var first = ((nuint)start + page - 1) / page * page;
        _ = Advise(first, (nuint)length / page * page, HugePage); // where the system has none, pages stay small
    }

    /// <summary>Lets go of what native code has freed, as it does while a model is loaded.</summary>
    public static void Trim()
    {
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            _ = TrimMalloc(0);
        }
        catch (EntryPointNotFoundException)
        {
            // a C library that keeps nothing
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Advise(nuint address, nuint length, int advice);

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int TrimMalloc(nuint pad);
}
