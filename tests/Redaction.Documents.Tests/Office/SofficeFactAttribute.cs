using Xunit;

namespace Redaction.Documents.Tests.Office;

/// <summary>A fact that needs an installed LibreOffice, and is shown as skipped without one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SofficeFactAttribute : FactAttribute
{
    public SofficeFactAttribute()
    {
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, "soffice"))))
            Skip = "LibreOffice is not installed.";
    }
}
