namespace Redaction.Text;

/// <summary>How far a piece is.</summary>
internal enum AheadState
{
    /// <summary>Nobody has begun it.</summary>
    Waiting,

    /// <summary>Somebody is at it.</summary>
    Begun,

    /// <summary>Its turn may come.</summary>
    Done,
}
