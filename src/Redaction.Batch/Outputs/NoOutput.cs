namespace Redaction.Batch;

/// <summary>Writes nothing: a scan.</summary>
internal sealed class NoOutput : IItemOutput
{
    public void EnsureFree(BatchItem item) { }

    public IItemTarget Open(InputFile file) => new Target();

    public void Withdraw(BatchItem item) { }

    private sealed class Target : IItemTarget
    {
        public Stream Stream => Stream.Null;

        public FileDigest Finish() => default;

        public void Release() { }

        public void Dispose() { }
    }
}
