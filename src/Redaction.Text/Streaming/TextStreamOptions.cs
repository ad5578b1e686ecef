namespace Redaction.Text;

/// <summary>How much of a stream is looked at together.</summary>
public sealed record TextStreamOptions
{
    /// <summary>Characters that are worked through at a time. Output lags behind input by at most this and the
    /// margin on both sides.</summary>
    /// <value>16,384.</value>
    public int Window { get; init; } = 1 << 14;

    /// <summary>Characters of context on both sides of a cut: how far a detector can look, back and ahead.</summary>
    /// <value>4,096.</value>
    public int Margin { get; init; } = 1 << 12;
}
