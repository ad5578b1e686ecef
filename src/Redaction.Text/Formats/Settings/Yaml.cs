using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>Settings in YAML: text, in which what replaces a plain value stays a scalar. See README.md in this folder.</summary>
internal sealed class Yaml : IDocumentFormat
{
    private readonly TextWindow _window;

    /// <summary>Makes the format.</summary>
    /// <param name="window">Characters that are worked through at a time.</param>
    /// <param name="margin">Characters of context on both sides of a cut; no detector may look further.</param>
    public Yaml(int window = 1 << 18, int margin = 1 << 14) => _window = new(window, margin);

    /// <inheritdoc/>
    public string Id => "yaml";

    /// <inheritdoc/>
    public string Description => "YAML: values and comments are redacted; what stands in the place of plain values is quoted.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".yaml", ".yml"];

    /// <inheritdoc/>
    public ImmutableArray<string> MediaTypes { get; } = ["application/yaml", "text/yaml", "application/x-yaml", "text/x-yaml"];

    /// <inheritdoc/>
    public void Redact(Stream input, Stream output, DocumentJob job)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(job);
        job = job.Begin("characters");
        _window.Redact(input, output, job, new PlainReading(job, SettingsGrammar.Yaml));
        job.End(this);
    }
}
