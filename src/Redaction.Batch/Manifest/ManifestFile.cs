namespace Redaction.Batch;

/// <summary>A file of an item.</summary>
/// <param name="Source">Its path below the input, and below the output folder too.</param>
/// <param name="Input">What was read; null when nothing could be.</param>
/// <param name="Output">What was released; null when nothing was.</param>
internal sealed record ManifestFile(string Source, FileDigest? Input, FileDigest? Output)
{
    /// <summary>What was released.</summary>
    /// <exception cref="InvalidOperationException">Nothing was.</exception>
    public FileDigest Released() => Output ?? throw new InvalidOperationException();
}
