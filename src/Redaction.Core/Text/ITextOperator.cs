using System.Buffers;

namespace Redaction;

/// <summary>Writes the replacement of a value in text.</summary>
/// <remarks>Implementations are pure and thread-safe.</remarks>
public interface ITextOperator : IOperator
{
    /// <summary>Writes what stands in the output in place of <paramref name="original"/>; nothing at all erases it.</summary>
    void Write(ReadOnlySpan<char> original, in PlannedRedaction<TextSpan> item, IBufferWriter<char> output);

    /// <summary>The same operator with options from a policy.</summary>
    /// <exception cref="ArgumentException">An option is unknown or unreadable; the message names the valid ones.</exception>
    ITextOperator Configure(OperatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.EnsureOnly(this);
        return this;
    }

    /// <summary>True when the operator depends on the rest of the document and is not made for one yet.</summary>
    bool IsPerDocument => false;

    /// <summary>The operator for one document. Operators that depend on the rest of the document return an instance that keeps its state in
    /// <paramref name="memory"/>.</summary>
    ITextOperator ForDocument(DocumentMemory memory) => this;

    /// <summary>Takes notice of a value of the document before any of the values around it is replaced.</summary>
    void Observe(ReadOnlySpan<char> original, in PlannedRedaction<TextSpan> item) { }
}
