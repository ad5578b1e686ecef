using Xunit;

namespace Redaction.TestKit;

/// <summary>A fact that needs a Unix shell, and is shown as skipped elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows()) Skip = "needs a Unix shell";
    }
}
