using System.Collections.Frozen;

namespace Redaction.Documents.Pdf;

/// <summary>Which glyphs go: by the stream whose operators show them, and their number among its glyphs.</summary>
internal sealed class PdfRemovals
{
    private readonly Dictionary<int, HashSet<int>> _byStream = [];

    /// <summary>True when the glyph was not among them.</summary>
    public bool Add(int stream, int index)
    {
        if (!_byStream.TryGetValue(stream, out var set)) _byStream[stream] = set = [];
        return set.Add(index);
    }

    public bool Has(int stream, int index) => _byStream.TryGetValue(stream, out var set) && set.Contains(index);

    /// <summary>Those of a stream.</summary>
    public IReadOnlySet<int> Of(int stream) => _byStream.TryGetValue(stream, out var set) ? set : FrozenSet<int>.Empty;
}
