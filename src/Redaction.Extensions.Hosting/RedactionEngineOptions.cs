namespace Redaction.Extensions.Hosting;

/// <summary>What a section of the configuration says of an engine.</summary>
public sealed class RedactionEngineOptions
{
    /// <summary>A preset or a policy file.</summary>
    /// <value><c>default</c>.</value>
    public string Policy { get; set; } = "default";

    /// <summary>Only these detectors run: ids, globs, or <c>patterns</c>.</summary>
    /// <value>Empty: all.</value>
    public IList<string> Detectors { get; } = [];

    /// <summary>Only these entities are looked for: names or globs.</summary>
    /// <value>Empty: all.</value>
    public IList<string> Entities { get; } = [];

    /// <summary>Of the detectors of countries and languages only these: language tags.</summary>
    /// <value>Empty: all.</value>
    public IList<string> Locales { get; } = [];

    /// <summary>Literals that pass.</summary>
    public IList<string> Allow { get; } = [];

    /// <summary>Literals that are found wherever they stand.</summary>
    public IList<string> Deny { get; } = [];

    /// <summary>The least score that is acted on, 0 to 1.</summary>
    /// <value>Null: as the policy says.</value>
    public float? MinScore { get; set; }

    /// <summary>A file with a key, as <c>redact keys create</c> writes it.</summary>
    /// <value>Null: no key, or one that is given in code.</value>
    public string? KeyFile { get; set; }

    /// <summary>Pseudonyms of different projects cannot be linked.</summary>
    public string Project { get; set; } = "";

    /// <summary>Texts are looked through once more without what was found.</summary>
    public bool SecondLook { get; set; }

    /// <summary>The first text is redacted at the start of the host, so that no request waits for the models of texts.</summary>
    /// <value>True.</value>
    public bool WarmUp { get; set; } = true;

    /// <summary>The models and libraries of images are loaded at the start of the host.</summary>
    public bool WarmUpImages { get; set; }

    /// <summary>What the section says that cannot be meant.</summary>
    internal List<string> Mistakes { get; } = [];
}
