using Microsoft.ML.OnnxRuntime;

namespace Redaction.Onnx;

/// <summary>A loaded model.</summary>
/// <remarks>Immutable and thread-safe. The same input gives the same output, on any number of threads of the caller.</remarks>
public sealed class OnnxModel : IDisposable
{
    private const int Large = 1 << 20; // bytes of weights from which what loading leaves behind is worth giving back
    private readonly InferenceSession _session;

    /// <summary>Loads a model.</summary>
    /// <param name="manifest">Names the hash that the weights must have.</param>
    /// <param name="weights">The ONNX file.</param>
    /// <param name="options">How it runs; null takes <see cref="OnnxOptions.Default"/>.</param>
    /// <exception cref="RedactionException">The weights have another hash, or ONNX Runtime cannot be loaded
    /// (<see cref="ErrorCodes.MissingDependency"/>).</exception>
    public OnnxModel(ModelManifest manifest, byte[] weights, OnnxOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(weights);
        Manifest = manifest;
        if (!ModelCatalog.IsGenuine(manifest, weights))
            throw new RedactionException(ErrorCodes.MissingDependency, manifest.Id,
                "The weights of the model are not the expected ones (SHA-256).");
        _session = Open(manifest.Id, settings => new(weights, settings), options);
        if (weights.Length >= Large) MappedPages.Trim();
    }

    /// <summary>Loads a model of the user's from a file; its weights may lie in other files beside it.</summary>
    /// <param name="manifest">Names it in failures. The hash is not checked: who loads it has done so.</param>
    /// <param name="path">The ONNX file.</param>
    /// <exception cref="RedactionException">It cannot be loaded (<see cref="ErrorCodes.MissingDependency"/>).</exception>
    internal OnnxModel(ModelManifest manifest, string path)
    {
        Manifest = manifest;
        _session = Open(manifest.Id, settings => new(path, settings), null);
    }

    /// <summary>What is known about the model.</summary>
    public ModelManifest Manifest { get; }

    /// <summary>Names of what it takes.</summary>
    internal IReadOnlyList<string> Inputs => _session.InputNames;

    /// <summary>Numbers in the last dimension of an output of floats; null where there is no such output, -1 where the model leaves it
    /// open.</summary>
    internal int? WidthOf(string output) =>
        _session.OutputMetadata.TryGetValue(output, out var about) && about.ElementType == typeof(float)
            && about.Dimensions is [.., var width] ? width : null;

    /// <summary>Runs the model on one input and fills the outputs.</summary>
    /// <exception cref="RedactionException">The model failed (<see cref="ErrorCodes.ComponentFailed"/>).</exception>
    public void Run(OnnxTensor input, params OnnxTensor[] outputs)
    {
        ArgumentNullException.ThrowIfNull(input);
        Run([input], outputs);
    }

    /// <summary>Runs the model and fills the outputs.</summary>
    /// <exception cref="RedactionException">The model failed (<see cref="ErrorCodes.ComponentFailed"/>).</exception>
    public void Run(IReadOnlyCollection<OnnxTensor> inputs, IReadOnlyCollection<OnnxTensor> outputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(outputs);
        try
        {
            using var run = new RunOptions();
            _session.Run(run, [.. inputs.Select(static t => t.Name)], [.. inputs.Select(static t => t.Value)],
                [.. outputs.Select(static t => t.Name)], [.. outputs.Select(static t => t.Value)]);
        }
        catch (Exception e) when (e is not RedactionException)
        {
            throw new RedactionException(ErrorCodes.ComponentFailed, Manifest.Id, cause: e.GetType());
        }
    }

    /// <summary>Unloads the model.</summary>
    public void Dispose() => _session.Dispose();

    private static InferenceSession Open(string id, Func<SessionOptions, InferenceSession> open, OnnxOptions? options)
    {
        try
        {
            using var settings = SessionOptionsFrom(options ?? OnnxOptions.Default);
            var session = open(settings);
            SharedMemory.UseLargePages(session);
            return session;
        }
        catch (Exception e)
            when (e is TypeInitializationException or DllNotFoundException or BadImageFormatException or EntryPointNotFoundException
                or OnnxRuntimeException)
        {
            throw new RedactionException(ErrorCodes.MissingDependency, id,
                "ONNX Runtime or the model cannot be loaded on this platform.", e.GetType());
        }
    }

    private static SessionOptions SessionOptionsFrom(OnnxOptions options)
    {
        var result = new SessionOptions
        {
            IntraOpNumThreads = options.IntraOpThreads,
            InterOpNumThreads = options.InterOpThreads,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            EnableMemoryPattern = false, // plans one block for each shape of an input, beside the pieces that the first run with it took
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        result.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        SharedMemory.Use(result);
        return result;
    }
}
