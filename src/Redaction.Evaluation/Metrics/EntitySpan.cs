namespace Redaction.Evaluation;

/// <summary>A labelled or predicted range of text.</summary>
/// <param name="Span">UTF-16 code units.</param>
/// <param name="Entity">Entity type.</param>
/// <param name="Score">How sure the prediction is, 0 to 1; 1 for truth.</param>
internal readonly record struct EntitySpan(TextSpan Span, string Entity, float Score = 1f)
{
    /// <summary>Which person or thing is meant, for truth whose mentions are known to belong together;
    /// null when that is not known.</summary>
    public string? Id { get; init; }

    /// <summary>How the truth identifies.</summary>
    /// <value><see cref="Identification.Unknown"/>.</value>
    public Identification Identification { get; init; }
}
