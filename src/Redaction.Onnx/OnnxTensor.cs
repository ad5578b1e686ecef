using Microsoft.ML.OnnxRuntime;

namespace Redaction.Onnx;

/// <summary>A named tensor over memory that the caller owns: an input to read or an output to fill.</summary>
/// <remarks>The memory is pinned while the tensor lives. Not for use by several threads at once.</remarks>
public sealed class OnnxTensor : IDisposable
{
    private OnnxTensor(string name, OrtValue value)
    {
        Name = name;
        Value = value;
    }

    /// <summary>Name of the input or output in the model.</summary>
    public string Name { get; }

    internal OrtValue Value { get; }

    /// <summary>Wraps 32-bit floats without copying them.</summary>
    public static OnnxTensor Over(string name, Memory<float> data, params ReadOnlySpan<long> shape) =>
        new(name, OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, data, shape.ToArray()));

    /// <summary>Wraps 64-bit integers without copying them.</summary>
    public static OnnxTensor Over(string name, Memory<long> data, params ReadOnlySpan<long> shape) =>
        new(name, OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, data, shape.ToArray()));

    /// <summary>Wraps 32-bit integers without copying them.</summary>
    public static OnnxTensor Over(string name, Memory<int> data, params ReadOnlySpan<long> shape) =>
        new(name, OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, data, shape.ToArray()));

    /// <summary>Lets go of the memory.</summary>
    public void Dispose() => Value.Dispose();
}
