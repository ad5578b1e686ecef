using System.Numerics;

namespace Redaction.Audio;

/// <summary>Moves the formants of one channel: the angle φ of each complex pole of linear prediction becomes φ^α
/// (McAdams coefficient).</summary>
/// <remarks>
/// Order 20, frames of 20 ms every 10 ms, Hann window, after Patino et al., "Speaker anonymisation using the McAdams coefficient"
/// (arXiv 2011.01130). Samples come out as many as go in, one frame later.
/// </remarks>
internal sealed class McAdams
{
    private const int Order = 20;
    private const double Loudest = 0.99;

    private readonly int _hop;
    private readonly double[] _window;
    private readonly double[] _frame;
    private readonly double[] _sum;
    private readonly double[] _residual;
    private readonly double[] _made;
    private int _filled;

    public McAdams(int sampleRate)
    {
        _hop = Math.Max(Order, sampleRate / 100);
        // shifted by half its length it adds up to one
        _window = [.. Enumerable.Range(0, 2 * _hop).Select(i => 0.5 - 0.5 * Math.Cos(Math.PI * i / _hop))];
        (_frame, _sum, _residual, _made) = (new double[2 * _hop], new double[2 * _hop], new double[2 * _hop], new double[2 * _hop]);
    }

    /// <summary>Samples from one going in to its coming out.</summary>
    public int Delay => 2 * _hop;

    /// <summary>Takes a sample and gives the one of <see cref="Delay"/> before.</summary>
    /// <param name="sample">−1 to 1.</param>
    /// <param name="alpha">The coefficient; 1 leaves the voice as it is.</param>
    public float Next(float sample, double alpha)
    {
        var output = _sum[_filled];
        _frame[_hop + _filled] = float.IsFinite(sample) ? sample : 0;
        if (++_filled < _hop) return (float)Math.Clamp(output, -Loudest, Loudest);
        _filled = 0;
        _sum.AsSpan(_hop).CopyTo(_sum);
        _sum.AsSpan(_hop).Clear();
        Make(alpha);
        for (var i = 0; i < _sum.Length; i++) _sum[i] += _made[i];
        _frame.AsSpan(_hop).CopyTo(_frame);
        return (float)Math.Clamp(output, -Loudest, Loudest);
    }

    private void Make(double alpha)
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
            var angle = Math.Pow(Math.Abs(poles[i].Phase), alpha);
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
