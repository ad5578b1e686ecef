namespace Redaction.Text;

/// <summary>The words of the names in a document, so that no surrogate is one of them, which of them are given names, and the surrogates
/// given out for them.</summary>
internal sealed class DocumentNames
{
    /// <summary>Words of names, and values that are not names, whole.</summary>
    public HashSet<string> Real { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words that stand before a surname somewhere in the document.</summary>
    public HashSet<string> GivenWords { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, string> Given { get; } = new(StringComparer.OrdinalIgnoreCase);
}
