using System.Buffers;

namespace Redaction.Governance;

/// <summary>Writes the original as it is.</summary>
internal sealed class RevealOperator : ITextOperator
{
    public const string Name = "raw";

    public string Id => Name;

    public string Description => "Shows the original.";

    public void Write(ReadOnlySpan<char> original, in PlannedRedaction<TextSpan> item, IBufferWriter<char> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write(original);
    }
}
