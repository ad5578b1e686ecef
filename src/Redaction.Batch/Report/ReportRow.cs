
namespace Redaction.Batch;

/// <summary>One item in the report's table.</summary>
internal sealed record ReportRow(
    string Source, string Kind, string? Error, long Taken, long Kept, string Entities, long Bytes, string Facts);
