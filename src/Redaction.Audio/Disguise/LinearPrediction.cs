using System.Numerics;

namespace Redaction.Audio;

/// <summary>Linear prediction of a short stretch of speech: coefficients by Levinson and Durbin, poles by Aberth's method.</summary>
internal static class LinearPrediction
{
    private const int MostRounds = 60;

    /// <summary>Coefficients 1, a1 … ap of the inverse filter; false for silence.</summary>
    public static bool TryPredict(ReadOnlySpan<double> samples, Span<double> a)
    {
        var order = a.Length - 1;
        Span<double> r = stackalloc double[order + 1];
        for (var lag = 0; lag <= order; lag++)
            for (var i = lag; i < samples.Length; i++) r[lag] += samples[i] * samples[i - lag];
        a.Clear();
        a[0] = 1;
        if (r[0] < 1e-9) return false;
        var error = r[0] * (1 + 1e-9);
        Span<double> old = stackalloc double[order + 1];
        for (var m = 1; m <= order; m++)
        {
            var sum = r[m];
            for (var i = 1; i < m; i++) sum += a[i] * r[m - i];
            var k = -sum / error;
            a.CopyTo(old);
            for (var i = 1; i < m; i++) a[i] = old[i] + k * old[m - i];
            a[m] = k;
            error *= 1 - k * k;
            if (error <= r[0] * 1e-12) break;
        }
        return true;
    }

    /// <summary>The zeros of z^p + a1 z^(p-1) + … + ap: the poles of the vocal tract. False where they are not found.</summary>
    public static bool TryPoles(ReadOnlySpan<double> a, Span<Complex> poles)
    {
        for (var i = 0; i < poles.Length; i++) poles[i] = Complex.FromPolarCoordinates(0.9, 2 * Math.PI * (i + 0.25) / poles.Length);
        for (var round = 0; round < MostRounds; round++)
        {
            var moved = 0d;
            for (var i = 0; i < poles.Length; i++)
            {
                Complex value = a[0], slope = 0;
                for (var j = 1; j < a.Length; j++)
                {
                    slope = slope * poles[i] + value;
                    value = value * poles[i] + a[j];
                }
                if (value == Complex.Zero) continue;
                var newton = slope / value;
                Complex others = 0;
                for (var j = 0; j < poles.Length; j++)
                    if (j != i && poles[i] != poles[j]) others += 1 / (poles[i] - poles[j]);
                var step = 1 / (newton - others);
                if (!double.IsFinite(step.Real) || !double.IsFinite(step.Imaginary)) return false;
                poles[i] -= step;
                moved = Math.Max(moved, Math.Abs(step.Real) + Math.Abs(step.Imaginary));
            }
            if (moved < 1e-9) return true;
        }
        return false;
    }

    /// <summary>The polynomial with these zeros.</summary>
    public static void FromPoles(ReadOnlySpan<Complex> poles, Span<double> a)
    {
        Span<Complex> product = stackalloc Complex[a.Length];
        product[0] = 1;
        for (var i = 0; i < poles.Length; i++)
            for (var j = i + 1; j > 0; j--) product[j] -= poles[i] * product[j - 1];
        for (var i = 0; i < a.Length; i++) a[i] = product[i].Real;
    }
}
