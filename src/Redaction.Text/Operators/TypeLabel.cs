using System.Buffers;

namespace Redaction.Text;

/// <summary>The entity type in brackets, which operators write when they cannot read a value.</summary>
internal static class TypeLabel
{
    public static void Write(EntityType type, IBufferWriter<char> output)
    {
        output.Write("[");
        output.Write(type.Name);
        output.Write("]");
    }
}
