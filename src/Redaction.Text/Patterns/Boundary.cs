namespace Redaction.Text;

/// <summary>What may stand directly beside a value.</summary>
public enum Boundary
{
    /// <summary>No letter, digit or underscore.</summary>
    Word,
    /// <summary>As <see cref="Word"/>, and the value is not joined by a hyphen, dot, slash or colon to more letters or digits:
    /// it is not part of a longer id, version, path or time.</summary>
    Isolated,
}
