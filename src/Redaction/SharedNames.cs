using System.Collections.Concurrent;
using Redaction.Text.Names;

namespace Redaction;

/// <summary>The names detector, loaded at its first use and once for all redactors.</summary>
internal sealed class SharedNames(NamesSensitivity sensitivity, DetectionQuality quality) : ITextDetector
{
    private static readonly ConcurrentDictionary<(NamesSensitivity, DetectionQuality), Lazy<NamesDetector>> s_loaded = new();

    private readonly Lazy<NamesDetector> _detector =
        s_loaded.GetOrAdd((sensitivity, quality), static k => new(() => NamesDetector.Create(k.Item1, k.Item2)));

    public DetectorInfo Info { get; } = NamesDetector.Describe(quality);

    public void Detect(TextSource source, FindingSink<TextSpan> findings) => _detector.Value.Detect(source, findings);
}
