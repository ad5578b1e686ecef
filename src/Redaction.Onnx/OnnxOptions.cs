namespace Redaction.Onnx;

/// <summary>How models run.</summary>
public sealed record OnnxOptions
{
    /// <summary>One thread an operation: many files at once use the cores better, and results do not depend on the machine.</summary>
    public static OnnxOptions Default { get; } = new();

    /// <summary>Threads within one operation of the model.</summary>
    /// <value>1.</value>
    public int IntraOpThreads { get; init; } = 1;

    /// <summary>Threads over independent operations of the model.</summary>
    /// <value>1.</value>
    public int InterOpThreads { get; init; } = 1;
}
