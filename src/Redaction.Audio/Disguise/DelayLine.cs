namespace Redaction.Audio;

/// <summary>A delay line that is read faster or slower than it is written. Where the reading comes to an end of it, it goes on where the
/// sound is most alike, a whole number of periods away, and fades over (SOLA after Roucos and Wilgus, 1985).</summary>
/// <remarks>Samples come out as many as go in, 30 ms later by and large, 15 ms more or less.</remarks>
internal sealed class DelayLine
{
    private readonly float[] _samples;
    private readonly int _nearest, _farthest, _fade, _compared;
    private long _written;
    private double _lag, _oldLag;
    private int _fading;

    /// <summary>Makes an empty line.</summary>
    /// <param name="sampleRate">Samples a second.</param>
    public DelayLine(int sampleRate)
    {
        int Of(int milliseconds) => Math.Max(4, (int)((long)sampleRate * milliseconds / 1000));
        (_nearest, _farthest, Delay, _fade, _compared) = (Of(15), Of(45), Of(30), Of(5), Of(10));
        _samples = new float[Of(80)];
        _lag = Delay;
    }

    /// <summary>Samples from one going in to its coming out, by and large.</summary>
    public int Delay { get; }

    /// <summary>Takes a sample and gives an earlier one.</summary>
    /// <param name="sample">−1 to 1.</param>
    /// <param name="ratio">How many samples are read for one that is written.</param>
    public float Next(float sample, double ratio)
    {
        _samples[(int)(_written++ % _samples.Length)] = float.IsFinite(sample) ? sample : 0;
        _lag -= ratio - 1;
        _oldLag -= ratio - 1;
        if (_fading == 0 && (_lag < _nearest || _lag > _farthest)) Jump();
        if (_fading == 0) return Read(_lag);
        var share = (float)_fading-- / _fade;
        return share * Read(_oldLag) + (1 - share) * Read(_lag);
    }

    /// <summary>Goes to the other end of the line, where the sound before is most like the sound before here.</summary>
    private void Jump()
    {
        var towards = _lag < _nearest ? 1 : -1;
        var (best, bestScore) = (_lag + towards * (_farthest - _nearest) / 2, double.NegativeInfinity);
        for (var step = _compared / 4; step <= _farthest - _nearest; step++)
        {
            var lag = _lag + towards * step;
            if (lag < _nearest - 1 || lag > _farthest + 1) continue;
            var score = Likeness((int)_lag, (int)lag);
            if (score > bestScore) (best, bestScore) = (lag, score);
        }
        (_oldLag, _lag, _fading) = (_lag, best, _fade);
    }

    /// <summary>The correlation of what lies before two places, −1 to 1.</summary>
    private double Likeness(int lag, int other)
    {
        double product = 0, first = 1e-9, second = 1e-9;
        for (var i = 0; i < _compared; i += 2)
        {
            var (a, b) = (At(lag + i), At(other + i));
            (product, first, second) = (product + a * b, first + a * a, second + b * b);
        }
        return product / Math.Sqrt(first * second);
    }

    private float Read(double lag)
    {
        var whole = (int)lag;
        var part = (float)(lag - whole);
        var (before, here, next, after) = (At(whole - 1), At(whole), At(whole + 1), At(whole + 2));
        // the cubic of Catmull and Rom through the four
        return here + 0.5f * part * (next - before + part * (2 * before - 5 * here + 4 * next - after
            + part * (3 * (here - next) + after - before)));
    }

    private float At(int lag)
    {
        var at = _written - 1 - lag;
        return at < 0 ? 0 : _samples[(int)(at % _samples.Length)];
    }
}
