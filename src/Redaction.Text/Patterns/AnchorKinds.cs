namespace Redaction.Text;

/// <summary>What a value must contain for a detector to be asked.</summary>
[Flags]
public enum AnchorKinds
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>A run of digits with separators between them on one line, such as <c>415 555-0132</c>.</summary>
    Number = 1,
    /// <summary>A run of ASCII letters and digits with at least one digit, such as <c>GB29</c>.</summary>
    Word = 2,
}
