namespace Redaction.Evaluation;

/// <summary>What was measured for one entity type.</summary>
public sealed class EntityScore
{
    /// <summary>Counts of spans whose start, end and entity agree.</summary>
    public Tally Strict { get; internal set; }

    /// <summary>Counts of true characters of this entity, covered by any prediction or not. False positives are not counted by entity.</summary>
    public Tally Characters { get; internal set; }
}
