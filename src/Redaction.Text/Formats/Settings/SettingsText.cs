using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>Settings in a language whose values may stand without quotation marks: text, in which what replaces such a value stays a
/// scalar. See README.md in this folder.</summary>
internal sealed class SettingsText : IDocumentFormat
{
    private const int UsualWindow = 1 << 18, UsualMargin = 1 << 14;
    private readonly SettingsGrammar _grammar;
    private readonly TextWindow _window;

    private SettingsText(SettingsGrammar grammar, int window, int margin) => (_grammar, _window) = (grammar, new(window, margin));

    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <inheritdoc/>
    public required string Description { get; init; }

    /// <inheritdoc/>
    public required ImmutableArray<string> Extensions { get; init; }

    /// <inheritdoc/>
    public required ImmutableArray<string> MediaTypes { get; init; }

    /// <summary>YAML 1.2.</summary>
    /// <param name="window">Characters that are worked through at a time.</param>
    /// <param name="margin">Characters of context on both sides of a cut; no detector may look further.</param>
    public static SettingsText Yaml(int window = UsualWindow, int margin = UsualMargin) => new(SettingsGrammar.Yaml, window, margin)
    {
        Id = "yaml",
        Description = "YAML: values and comments are redacted; what stands in the place of plain values is quoted.",
        Extensions = [".yaml", ".yml"],
        MediaTypes = ["application/yaml", "text/yaml", "application/x-yaml", "text/x-yaml"],
    };

    /// <summary>TOML 1.0.</summary>
    /// <param name="window">Characters that are worked through at a time.</param>
    /// <param name="margin">Characters of context on both sides of a cut; no detector may look further.</param>
    public static SettingsText Toml(int window = UsualWindow, int margin = UsualMargin) => new(SettingsGrammar.Toml, window, margin)
    {
        Id = "toml",
        Description = "TOML: values and comments are redacted; values without quotation marks get them.",
        Extensions = [".toml"],
        MediaTypes = ["application/toml"],
    };

    /// <inheritdoc/>
    public void Redact(Stream input, Stream output, DocumentJob job)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(job);
        job = job.Begin("characters");
        _window.Redact(input, output, job, new PlainReading(job, _grammar));
        job.End(this);
    }
}
