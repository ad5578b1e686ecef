namespace Redaction.Audio;

/// <summary>A language whose spoken forms are known.</summary>
internal sealed class SpokenLanguage(string code, WordScript script)
{
    private readonly Lazy<SpokenTable> _table = new(() => SpokenLanguages.Load(code));

    /// <summary>ISO 639-1 code.</summary>
    public string Code { get; } = code;

    /// <summary>The script that it is written in.</summary>
    public WordScript Script { get; } = script;

    public SpokenTable Table => _table.Value;
}
