using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>Settings in TOML: text, in which what replaces a plain value stays a scalar. See README.md in this folder.</summary>
internal sealed class Toml : IDocumentFormat
{
    private readonly TextWindow _window;

    /// <summary>Makes the format.</summary>
    /// <param name="window">Characters that are worked through at a time.</param>
    /// <param name="margin">Characters of context on both sides of a cut; no detector may look further.</param>
    public Toml(int window = 1 << 18, int margin = 1 << 14) => _window = new(window, margin);

    /// <inheritdoc/>
    public string Id => "toml";

    /// <inheritdoc/>
    public string Description => "TOML: values and comments are redacted; values without quotation marks get them.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".toml"];

    /// <inheritdoc/>
    public ImmutableArray<string> MediaTypes { get; } = ["application/toml"];

    /// <inheritdoc/>
    public void Redact(Stream input, Stream output, DocumentJob job)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(job);
        job = job.Begin("characters");
        _window.Redact(input, output, job, new PlainReading(job, SettingsGrammar.Toml));
        job.End(this);
    }
}
