using System.Buffers;

namespace Redaction.Text;

/// <summary>Leaves nothing in place of the value.</summary>
public sealed class Erase : ITextOperator
{
    /// <inheritdoc/>
    public string Id => "erase";

    /// <inheritdoc/>
    public string Description => "Removes the value and leaves nothing in its place.";

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<char> original, in PlannedRedaction<TextSpan> item, IBufferWriter<char> output) { }
}
