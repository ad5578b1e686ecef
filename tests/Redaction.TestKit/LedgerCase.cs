namespace Redaction.TestKit;

/// <summary>How the ledger of one format is tried.</summary>
/// <param name="Format">Id of the format.</param>
/// <param name="Create">Makes a document of the format.</param>
/// <param name="Redact">Redacts a document and gives what is written.</param>
/// <param name="Size">What the ledger of a document has to add up to.</param>
public sealed record LedgerCase(
    string Format, Func<Random, byte[]> Create, Func<byte[], UnsearchedChoice, RedactionObserver, byte[]> Redact, Func<byte[], long> Size)
{
    /// <summary>What is put into documents at places where it does not belong.</summary>
    public IReadOnlyList<string> Garbage { get; init; } = ["canary-7f3q-plover\n", "<![CDATA[", "\"", "\0", "\uFFFD", "-->", "\r\r\n",
        "; ,\t|"];

    /// <summary>Documents with something in them that nothing can search, by a name for it.</summary>
    public IReadOnlyDictionary<string, byte[]> Leftovers { get; init; } = new Dictionary<string, byte[]>();

    /// <summary>Those of <see cref="Leftovers"/> that are not refused yet, with the reason.</summary>
    public IReadOnlyDictionary<string, string> Known { get; init; } = new Dictionary<string, string>();

    /// <summary>False for media whose documents are too slow to change at random.</summary>
    public bool IsChanged { get; init; } = true;

    /// <summary>How many documents are made.</summary>
    public int Rounds { get; init; } = 60;
}
