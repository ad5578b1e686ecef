namespace Redaction.Batch;

/// <summary>A record that was left out of the output.</summary>
/// <param name="Line">Its line, or its number among the records.</param>
/// <param name="Error">Code of the reason.</param>
/// <param name="Component">What refused it.</param>
internal readonly record struct RefusedRecord(long Line, string Error, string Component);
