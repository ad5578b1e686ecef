namespace Redaction.Batch;

/// <summary>How far a batch has come.</summary>
/// <param name="Done">Items finished, failed ones included.</param>
/// <param name="Total">Items there are.</param>
/// <param name="Failed">Items of which nothing was released.</param>
/// <param name="Findings">Values taken out so far.</param>
public readonly record struct BatchProgress(int Done, int Total, int Failed, long Findings);
