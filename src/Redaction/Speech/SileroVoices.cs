using Redaction.Audio;
using Redaction.Onnx;

namespace Redaction;

/// <summary>Silero's model for voice activity, loaded when it is first listened with.</summary>
internal sealed class SileroVoices : IVoiceModel
{
    private const string Id = "silero-vad";
    private const int Context = 64;
    private const int StateSize = 2 * 128;

    /// <summary>The models that this package carries.</summary>
    public static ModelCatalog Catalog { get; } = new(typeof(SileroVoices).Assembly);

    private static readonly Lazy<OnnxModel> s_model = new(static () => Catalog.Load(Id));

    /// <summary>What is known about the model.</summary>
    public static ModelManifest Manifest => Catalog.Manifests.Single(static m => m.Id == Id);

    public int SampleRate => 16000;

    public int Step => 512;

    public IVoiceStream Open() => new Listening(s_model.Value, Step);

    /// <summary>One channel: the model remembers what it heard before.</summary>
    private sealed class Listening : IVoiceStream
    {
        private readonly OnnxModel _model;
        private readonly float[] _samples;
        private readonly float[] _probability = new float[1];
        private readonly float[] _state = new float[StateSize];
        private readonly float[] _next = new float[StateSize];
        private readonly OnnxTensor[] _inputs;
        private readonly OnnxTensor[] _outputs;

        public Listening(OnnxModel model, int step)
        {
            _model = model;
            _samples = new float[Context + step];
            _inputs =
            [
                OnnxTensor.Over("input", _samples.AsMemory(), 1, _samples.Length), OnnxTensor.Over("state", _state.AsMemory(), 2, 1, 128),
                OnnxTensor.Over("sr", new long[] { 16000 }.AsMemory(), []),
            ];
            _outputs =
                [OnnxTensor.Over("output", _probability.AsMemory(), 1, 1), OnnxTensor.Over("stateN", _next.AsMemory(), 2, 1, 128)];
        }

        public float Next(ReadOnlySpan<float> samples)
        {
            samples.CopyTo(_samples.AsSpan(Context));
            _model.Run(_inputs, _outputs);
            _next.CopyTo(_state, 0);
            _samples.AsSpan(^Context..).CopyTo(_samples);
            return _probability[0];
        }

        public void Dispose()
        {
            foreach (var tensor in _inputs) tensor.Dispose();
            foreach (var tensor in _outputs) tensor.Dispose();
            Array.Clear(_samples);
            Array.Clear(_state);
        }

        public override string ToString() => "Listening";
    }
}
