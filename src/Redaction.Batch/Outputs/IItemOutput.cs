namespace Redaction.Batch;

/// <summary>Where the outputs of items go.</summary>
internal interface IItemOutput
{
    /// <exception cref="RedactionException">The name of an output is taken by what the run itself writes.</exception>
    void EnsureFree(BatchItem item);

    IItemTarget Open(InputFile file);

    /// <summary>Makes sure that nothing of a failed item stands at its place, not even from an earlier run.</summary>
    void Withdraw(BatchItem item);
}
