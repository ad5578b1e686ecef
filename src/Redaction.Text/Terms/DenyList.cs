using System.Buffers;

namespace Redaction.Text;

/// <summary>Finds literals that the caller gives: whole words, whatever their case.</summary>
internal sealed class DenyList : ITextDetector
{
    private readonly SearchValues<string> _values;
    private readonly string[] _longestFirst;

    /// <summary>Finds the given literals.</summary>
    /// <exception cref="ArgumentException">There is none, or one is empty.</exception>
    public DenyList(params IEnumerable<string> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        _longestFirst = [.. terms.OrderByDescending(static t => t.Length).ThenBy(static t => t, StringComparer.Ordinal)];
        if (_longestFirst.Length == 0 || _longestFirst.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException("Give at least one term, and none that is empty.");
        _values = SearchValues.Create(_longestFirst, StringComparison.OrdinalIgnoreCase);
    }

    /// <inheritdoc/>
    public DetectorInfo Info { get; } = new("terms", EntityTypes.Term) { IsSelfEvident = true };

    /// <inheritdoc/>
    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var text = source.Text;
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(_values);
            if (step < 0) return;
            position += step;
            var length = LengthAt(text, position);
            if (length > 0) findings.Add(new(EntityTypes.Term, new(position, length), 1f, Info.Id));
            position += Math.Max(1, length);
        }
    }

    /// <summary>Length of the longest term that stands here as whole words; 0 when none does.</summary>
    private int LengthAt(ReadOnlySpan<char> text, int position)
    {
        foreach (var term in _longestFirst)
        {
            if (!text[position..].StartsWith(term, StringComparison.OrdinalIgnoreCase)) continue;
            if (Neighbourhood.IsFree(text, new(position, term.Length), Boundary.Word)) return term.Length;
        }
        return 0;
    }
}
