using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Lets given literals pass: a finding whose whole text is one of them is not reported.</summary>
internal sealed class AllowList : ITextDetector
{
    [ThreadStatic]
    private static FindingSink<TextSpan>? t_sink;

    private readonly ITextDetector _inner;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _terms;

    private AllowList(ITextDetector inner, AllowList other) => (_inner, _terms) = (inner, other._terms);

    /// <summary>What is wrapped.</summary>
    internal ITextDetector Inner => _inner;

    /// <summary>Wraps a detector; wrap a gathered scan to cover many at once.</summary>
    /// <param name="inner">The detector.</param>
    /// <param name="terms">Literals to let pass, whatever their case.</param>
    public AllowList(ITextDetector inner, params IEnumerable<string> terms)
    {
        ArgumentNullException.ThrowIfNull(inner);
        _inner = inner;
        _terms = terms.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <inheritdoc/>
    public DetectorInfo Info => _inner.Info;

    /// <summary>Wraps every detector of a set.</summary>
    public static IEnumerable<ITextDetector> Wrap(IEnumerable<ITextDetector> detectors, IReadOnlyCollection<string> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return terms.Count == 0 ? detectors : AnchorScan.Gather(detectors).Select(d => new AllowList(d, terms));
    }

    /// <summary>Lets the same literals of another detector pass.</summary>
    internal AllowList Around(ITextDetector inner) => new(inner, this);

    /// <inheritdoc/>
    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var sink = t_sink ?? new();
        t_sink = null;
        try
        {
            _inner.Detect(source, sink);
            foreach (ref readonly var finding in sink.Items)
                if (!_terms.Contains(source.Text.Slice(finding.Region.Start, finding.Region.Length))) findings.Add(in finding);
        }
        finally
        {
            sink.Clear();
            t_sink = sink;
        }
    }
}
