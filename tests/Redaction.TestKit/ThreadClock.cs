using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Redaction.TestKit;

/// <summary>
/// Processor time of the thread that asks, so that a law of growth ("eight times the input takes about eight times the work") does not hang
/// on what else the machine does.
/// </summary>
public static partial class ThreadClock
{
    private const int LinuxThreadTime = 3; // CLOCK_THREAD_CPUTIME_ID

    /// <summary>What <paramref name="work"/> takes at least.</summary>
    /// <param name="work">What is measured.</param>
    /// <param name="rounds">How often it is tried; the least counts.</param>
    /// <returns>Milliseconds of processor time; of the wall clock where the system is not Linux.</returns>
    public static double Least(Action work, int rounds = 3)
    {
        var least = double.MaxValue;
        for (var i = 0; i < rounds; i++)
        {
            var before = Milliseconds();
            work();
            least = Math.Min(least, Milliseconds() - before);
        }
        return least;
    }

    private static double Milliseconds() =>
        OperatingSystem.IsLinux() && ClockGetTime(LinuxThreadTime, out var time) == 0
            ? (time.Seconds * 1000.0) + (time.Nanoseconds / 1e6)
            : Stopwatch.GetTimestamp() * 1000.0 / Stopwatch.Frequency;

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ClockGetTime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
