using Xunit;

namespace Redaction.Documents.Tests.Dicom;

/// <summary>A fact that needs <c>dcmdump</c>, and is shown as skipped without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DcmdumpFactAttribute : FactAttribute
{
    public DcmdumpFactAttribute()
    {
        if (!Dcmdump.IsInstalled) Skip = "dcmdump is not installed.";
    }
}
