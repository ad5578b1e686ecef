namespace Redaction.Text;

/// <summary>What kind of settings a text holds, where values may stand without quotation marks.</summary>
internal enum SettingsGrammar
{
    /// <summary>None, or one whose values are text however they are written.</summary>
    None,

    /// <summary>YAML 1.2.</summary>
    Yaml,

    /// <summary>TOML 1.0.</summary>
    Toml,
}
