using System.Runtime.InteropServices;

namespace Redaction.Tests;

/// <summary>An ONNX token classifier of a few hundred bytes: what a piece is, and the piece before it, decide on its label.</summary>
internal static class TinyClassifier
{
    private const long Float = 1, Long = 7;

    /// <summary>The model.</summary>
    /// <param name="own">Logits of a piece by its number: pieces × labels.</param>
    /// <param name="next">What they add to those of the piece behind it.</param>
    /// <param name="inputs">What it takes.</param>
    public static byte[] Model(float[,] own, float[,] next, params ReadOnlySpan<string> inputs)
    {
        int pieces = own.GetLength(0), labels = own.GetLength(1);
        var graph = new Proto()
            .Add(1, Node("Gather", "mine", "own", "input_ids"))
            .Add(1, Node("Gather", "theirs", "next", "input_ids"))
            .Add(1, Node("Pad", "moved", "theirs", "pads"))
            .Add(1, Node("Add", "logits", "mine", "moved"))
            .Add(2, "tiny")
            .Add(5, Tensor("own", Float, MemoryMarshal.AsBytes(MemoryMarshal.CreateSpan(ref own[0, 0], own.Length)), pieces, labels))
            .Add(5, Tensor("next", Float, MemoryMarshal.AsBytes(MemoryMarshal.CreateSpan(ref next[0, 0], next.Length)), pieces, labels))
            .Add(5, Tensor("pads", Long, MemoryMarshal.AsBytes((ReadOnlySpan<long>)[0, 1, 0, 0, -1, 0]), 6));
        foreach (var input in inputs) graph.Add(11, Value(input, Long, null));
        graph.Add(12, Value("logits", Float, labels));
        return new Proto().Add(1, 8).Add(8, new Proto().Add(1, "").Add(2, 17)).Add(7, graph).Bytes;
    }

    private static Proto Node(string type, string output, params ReadOnlySpan<string> inputs)
    {
        var node = new Proto();
        foreach (var input in inputs) node.Add(1, input);
        node.Add(2, output).Add(4, type);
        return node;
    }

    private static Proto Tensor(string name, long type, ReadOnlySpan<byte> values, params ReadOnlySpan<long> shape)
    {
        var tensor = new Proto();
        foreach (var size in shape) tensor.Add(1, size);
        return tensor.Add(2, type).Add(8, name).Add(9, values.ToArray());
    }

    private static Proto Value(string name, long type, int? last)
    {
        var shape = new Proto().Add(1, new Proto().Add(2, "batch")).Add(1, new Proto().Add(2, "pieces"));
        if (last is { } width) shape.Add(1, new Proto().Add(1, width));
        return new Proto().Add(1, name).Add(2, new Proto().Add(1, new Proto().Add(1, type).Add(2, shape)));
    }
}
