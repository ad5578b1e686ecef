namespace Redaction.Text.Names;

/// <summary>What the detector does where the model is not sure.</summary>
public enum NamesSensitivity
{
    /// <summary>Fewer words are taken for names by mistake, and more names are missed.</summary>
    Low,
    /// <summary>The balance that the model was measured with.</summary>
    Medium,
    /// <summary>Fewer names are missed, and more words are taken for names by mistake.</summary>
    High,
}
