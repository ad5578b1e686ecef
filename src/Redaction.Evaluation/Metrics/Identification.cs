namespace Redaction.Evaluation;

/// <summary>How a span identifies a person (Pilán et al. 2022, "The Text Anonymization Benchmark").</summary>
internal enum Identification
{
    /// <summary>The data set does not say.</summary>
    Unknown,

    /// <summary>On its own, such as a name or a number.</summary>
    Direct,

    /// <summary>Together with others, such as a date and a place.</summary>
    Quasi,
}
