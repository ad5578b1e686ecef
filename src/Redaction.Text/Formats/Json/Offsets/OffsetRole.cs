namespace Redaction.Text;

/// <summary>What a token says about a range of a text.</summary>
internal enum OffsetRole
{
    /// <summary>Where it begins.</summary>
    Start,

    /// <summary>Where it ends.</summary>
    End,

    /// <summary>How long it is.</summary>
    Length,

    /// <summary>What stands there.</summary>
    Quote,
}
