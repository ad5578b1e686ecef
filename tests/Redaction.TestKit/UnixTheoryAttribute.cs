using Xunit;

namespace Redaction.TestKit;

/// <summary>A theory that needs a Unix shell, and is shown as skipped elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute()
    {
        if (OperatingSystem.IsWindows()) Skip = "needs a Unix shell";
    }
}
