namespace Redaction.Text;

/// <summary>The words of the persons' names in a document, so that no surrogate is one of them,
/// and the surrogates given out for them.</summary>
internal sealed class DocumentNames
{
    public HashSet<string> Real { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, string> Given { get; } = new(StringComparer.OrdinalIgnoreCase);
}
