namespace Redaction.Batch;

/// <summary>A file met on the walk through the inputs.</summary>
/// <param name="FullPath">Where it is.</param>
/// <param name="RelativePath">Its path below the input it was met in, with forward slashes: its path below the output folder too.</param>
/// <param name="Error">Code of what keeps it from being read; null when nothing is known to.</param>
internal readonly record struct InputFile(string FullPath, string RelativePath, string? Error = null);
