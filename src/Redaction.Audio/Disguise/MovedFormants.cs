using System.Numerics;

namespace Redaction.Audio;

/// <summary>Moves the formants of one channel: the angle of each complex pole of linear prediction becomes another one.</summary>
/// <remarks>
/// Order 20, frames of 20 ms every 10 ms, Hann window, after Patino et al., "Speaker anonymisation using the McAdams coefficient"
/// (arXiv 2011.01130). Samples come out as many as go in, one frame later.
/// </remarks>
internal sealed class MovedFormants : IVoiceChange
{
    private const int Order = 20;
    private const double Loudest = 0.99;

    private readonly Func<double, double, double> _move;
    private readonly int _hop;
    private readonly double[] _window;
    private readonly double[] _frame;
    private readonly double[] _sum;
    private readonly double[] _residual;
    private readonly double[] _made;
    private int _filled;

    /// <summary>Makes one for a channel.</summary>
    /// <param name="sampleRate">Samples a second.</param>
    /// <param name="move">The new angle of a pole, 0 to π, by its angle and the coefficient of the speaker.</param>
    public MovedFormants(int sampleRate, Func<double, double, double> move)
    {
        _move = move;
        _hop = Math.Max(Order, sampleRate / 100);
        // shifted by half its length it adds up to one
        _window = [.. Enumerable.Range(0, 2 * _hop).Select(i => 0.5 - 0.5 * Math.Cos(Math.PI * i / _hop))];
        (_frame, _sum, _residual, _made) = (new double[2 * _hop], new double[2 * _hop], new double[2 * _hop], new double[2 * _hop]);
    }

    /// <summary>McAdams: φ^α.</summary>
    public static double McAdams(double angle, double alpha) => Math.Pow(angle, alpha);

    /// <summary>The bilinear warp that vocal tract length normalisation uses: low frequencies become <paramref name="ratio"/> times as
    /// high, and 0 and half the sample rate stay where they are.</summary>
    public static double Warp(double angle, double ratio)
    {
        var a = (ratio - 1) / (ratio + 1);
        var (sin, cos) = Math.SinCos(angle);
        return angle + 2 * Math.Atan2(a * sin, 1 - a * cos);
    }

    /// <inheritdoc/>
    public int Delay => 2 * _hop;

    /// <inheritdoc/>
    public float Next(float sample, double coefficient)
    {
        var output = _sum[_filled];
        _frame[_hop + _filled] = float.IsFinite(sample) ? sample : 0;
        if (++_filled < _hop) return (float)Math.Clamp(output, -Loudest, Loudest);
        _filled = 0;
        _sum.AsSpan(_hop).CopyTo(_sum);
        _sum.AsSpan(_hop).Clear();
        Make(coefficient);
        for (var i = 0; i < _sum.Length; i++) _sum[i] += _made[i];
        _frame.AsSpan(_hop).CopyTo(_frame);
        return (float)Math.Clamp(output, -Loudest, Loudest);
    }

    private void Make(double coefficient)
    {
        Span<double> shaped = stackalloc double[_frame.Length <= 4096 ? _frame.Length : 0];
        if (shaped.IsEmpty) shaped = new double[_frame.Length];
        for (var i = 0; i < shaped.Length; i++) shaped[i] = _frame[i] * _window[i];
        shaped.CopyTo(_made);
        Span<double> a = stackalloc double[Order + 1];
        Span<Complex> poles = stackalloc Complex[Order];
        if (!LinearPrediction.TryPredict(shaped, a) || !LinearPrediction.TryPoles(a, poles))
        {
            _made.AsSpan().Clear(); // what cannot be disguised is not let through
            return;
        }
        for (var i = 0; i < shaped.Length; i++)
        {
            _residual[i] = 0;
            for (var j = 0; j <= Math.Min(i, Order); j++) _residual[i] += a[j] * shaped[i - j];
        }
        for (var i = 0; i < poles.Length; i++)
        {
            if (Math.Abs(poles[i].Imaginary) < 1e-9) continue;
            var angle = _move(Math.Abs(poles[i].Phase), coefficient);
            poles[i] = Complex.FromPolarCoordinates(Math.Min(poles[i].Magnitude, 0.995),
                Math.CopySign(Math.Min(angle, Math.PI), poles[i].Phase));
        }
        LinearPrediction.FromPoles(poles, a);
        double before = 0, after = 0;
        for (var i = 0; i < shaped.Length; i++)
        {
            _made[i] = _residual[i];
            for (var j = 1; j <= Math.Min(i, Order); j++) _made[i] -= a[j] * _made[i - j];
            (before, after) = (before + shaped[i] * shaped[i], after + _made[i] * _made[i]);
        }
        var gain = after > 0 && double.IsFinite(after) ? Math.Sqrt(before / after) : 0;
        for (var i = 0; i < _made.Length; i++) _made[i] *= gain;
    }
}
