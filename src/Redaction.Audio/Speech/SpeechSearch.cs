using System.Buffers;

namespace Redaction.Audio;

/// <summary>Listens to the stretches of a recording of which no transcript tells what is said there.</summary>
/// <param name="model">Tells speech from other sounds; null: all that is not silent is taken for speech.</param>
internal sealed class SpeechSearch(IVoiceModel? model)
{
    /// <summary>Low, since what is taken for speech without need is only some noise that falls silent.</summary>
    private const float Likely = 0.3f;

    /// <summary>Once somebody speaks, pauses and soft ends belong to it.</summary>
    private const float StillLikely = 0.15f;

    /// <summary>Words begin before a model hears them, and end after.</summary>
    private const long Widening = 400 * TimeSpan.TicksPerMillisecond;

    /// <summary>What is heard before a stretch, to get used to the voice.</summary>
    private const long LeadIn = TimeSpan.TicksPerSecond / 2;

    private const int StepsATime = 64;
    private const float Silent = 1.5f / 32768;
    private const float Loud = 0.25f;
    private const float MostGain = 30;

    /// <summary>The stretches in which somebody speaks, in order, within the given ones.</summary>
    /// <param name="wav">The recording, at its first sample, where it is again afterwards.</param>
    /// <param name="header">Its head.</param>
    /// <param name="stretches">Where to listen, in order.</param>
    /// <param name="cancellation">Stops listening.</param>
    public List<AudioSpan> Find(Stream wav, WavHeader header, IReadOnlyList<AudioSpan> stretches, CancellationToken cancellation)
    {
        if (stretches.Count == 0) return [];
        if (!wav.CanSeek) return [.. stretches];
        var speech = new List<AudioSpan>();
        var position = wav.Position;
        var listener = new Listener(model, wav, header);
        try
        {
            foreach (var stretch in stretches)
            {
                foreach (var heard in listener.Listen(AudioSpan.FromBounds(Math.Max(0, stretch.Start - LeadIn), stretch.End), cancellation))
                    Add(speech, stretch, heard);
            }
            return speech;
        }
        finally
        {
            wav.Position = position;
        }
    }

    public override string ToString() => "SpeechSearch";

    private static void Add(List<AudioSpan> speech, AudioSpan stretch, AudioSpan heard)
    {
        var (from, to) = (Math.Max(stretch.Start, heard.Start - Widening), Math.Min(stretch.End, heard.End + Widening));
        if (from >= to) return;
        if (speech.Count > 0 && from <= speech[^1].End && speech[^1].End >= stretch.Start)
            speech[^1] = AudioSpan.FromBounds(speech[^1].Start, Math.Max(to, speech[^1].End));
        else speech.Add(AudioSpan.FromBounds(from, to));
    }

    /// <summary>Reads a recording in blocks, in the rate of the model.</summary>
    private sealed class Listener
    {
        private readonly IVoiceModel? _model;
        private readonly WavFrames _wav;
        private readonly WavHeader _header;
        private readonly int _rate;
        private readonly int _step;
        private readonly Resampler _resampler;
        private readonly float[] _samples;

        public Listener(IVoiceModel? model, Stream wav, WavHeader header)
        {
            (_model, _wav, _header) = (model, new(wav, header), header);
            (_rate, _step) = model is null ? (16000, 512) : (model.SampleRate, model.Step);
            _resampler = new(header.SampleRate, _rate);
            _samples = new float[_step * StepsATime];
        }

        /// <summary>The steps of a stretch that are speech.</summary>
        public IEnumerable<AudioSpan> Listen(AudioSpan stretch, CancellationToken cancellation)
        {
            var streams = new IVoiceStream?[_header.Channels];
            var isSpeaking = new bool[_header.Channels];
            var likely = new float[StepsATime];
            var (at, end) = (stretch.FirstFrame(_rate), stretch.EndFrame(_rate));
            try
            {
                for (; at < end; at += _step * StepsATime)
                {
                    cancellation.ThrowIfCancellationRequested();
                    var count = (int)Math.Min(StepsATime, (end - at + _step - 1) / _step);
                    var isAny = new bool[count];
                    Block(at, count, streams, isSpeaking, likely, isAny);
                    for (var i = 0; i < count; i++)
                    {
                        var first = (at + (long)i * _step) * TimeSpan.TicksPerSecond / _rate;
                        if (isAny[i]) yield return new(first, (long)_step * TimeSpan.TicksPerSecond / _rate);
                    }
                }
            }
            finally
            {
                foreach (var stream in streams) stream?.Dispose();
            }
        }

        public override string ToString() => "Listener";

        private void Block(long at, int steps, IVoiceStream?[] streams, bool[] isSpeaking, float[] likely, bool[] isAny)
        {
            var from = _resampler.PlaceOf(at) - _resampler.Reach;
            var frames = (int)(_resampler.PlaceOf(at + (long)steps * _step) + _resampler.Reach + 1 - from);
            var input = ArrayPool<float>.Shared.Rent(frames * _header.Channels);
            try
            {
                _wav.Read(from, input.AsSpan(0, frames * _header.Channels));
                for (var channel = 0; channel < _header.Channels; channel++)
                {
                    var samples = _samples.AsSpan(0, steps * _step);
                    _resampler.Fill(input, _header.Channels, channel, at, samples);
                    Likely(samples, ref streams[channel], likely);
                    for (var i = 0; i < steps; i++)
                    {
                        isSpeaking[channel] = likely[i] >= (isSpeaking[channel] ? StillLikely : SpeechSearch.Likely);
                        isAny[i] |= isSpeaking[channel];
                    }
                }
            }
            finally
            {
                ArrayPool<float>.Shared.Return(input, clearArray: true);
                Array.Clear(_samples);
            }
        }

        /// <summary>How likely each step is speech. Soft voices are made louder first: models know speech near a microphone.</summary>
        private void Likely(Span<float> samples, ref IVoiceStream? stream, float[] likely)
        {
            if (samples.IndexOfAnyExceptInRange(-Silent, Silent) < 0)
            {
                likely.AsSpan().Clear();
                return;
            }
            if (_model is null)
            {
                likely.AsSpan().Fill(1);
                return;
            }
            var gain = Math.Clamp(Loud / LoudestButFew(samples), 1, MostGain);
            for (var i = 0; i < samples.Length; i++) samples[i] = Math.Clamp(samples[i] * gain, -1, 1);
            stream ??= _model.Open();
            for (var i = 0; i < samples.Length / _step; i++) likely[i] = stream.Next(samples.Slice(i * _step, _step));
        }

        /// <summary>The level that one sample in a hundred passes: a click does not hide a voice.</summary>
        private static float LoudestButFew(ReadOnlySpan<float> samples)
        {
            Span<int> counts = stackalloc int[256];
            foreach (var sample in samples) counts[(int)(Math.Min(0.999f, Math.Abs(sample)) * 256)]++;
            var left = samples.Length / 100;
            for (var level = 255; level > 0; level--)
                if ((left -= counts[level]) < 0) return level / 256f;
            return 1 / 256f;
        }
    }
}
