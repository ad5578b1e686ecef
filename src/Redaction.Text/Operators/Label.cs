using System.Buffers;

namespace Redaction.Text;

/// <summary>Writes the entity type in brackets: <c>[email]</c>.</summary>
public sealed class Label : ITextOperator
{
    /// <inheritdoc/>
    public string Id => "label";

    /// <inheritdoc/>
    public string Description => "Replaces the value by its type in brackets, such as [email].";

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<char> original, in PlannedRedaction<TextSpan> item, IBufferWriter<char> output)
    {
        output.Write("[");
        output.Write(item.Finding.Type.Name);
        output.Write("]");
    }
}
