using Redaction.TestKit;
using Xunit;

namespace Redaction.Image.Tests;

/// <summary>
/// Deconvolution by somebody who knows everything but the picture: the exact blur as a matrix, inverted with the regularisation
/// (Tikhonov) that serves best, chosen by looking at the original.
/// </summary>
public class BlurAttackTests
{
    private const int Side = 64;
    private const int Coarse = 8; // up to 4 cycles across, which is skin, hair and background; what tells faces apart lies above

    /// <summary>Also shows that the attack works: what it must not do to the operator it does to a weak blur.</summary>
    [Fact]
    public void Deconvolution_OfAWeakBlur_BringsTheFaceBack() =>
        Assert.True(Recovered(Apply(Face(), BlurMatrix(2)), BlurMatrix(2)) > 0.6);

    [Theory, InlineData("0.4"), InlineData("0.5"), InlineData("1")]
    public void Deconvolution_OfTheOperator_BringsNoFaceBack(string strength)
    {
        var face = Face();
        var pixels = new byte[Side * Side * 3];
        for (var i = 0; i < pixels.Length; i++) pixels[i] = (byte)face[i / 3];
        Pictures.Painter(new FixedBoxes(new PixelBox(0, 0, Side, Side)), "blur", ("strength", strength), ("padding", "0"))
            .Redact(new PixelBuffer(pixels, Side, Side, 3));
        var blurred = new double[Side * Side];
        for (var i = 0; i < blurred.Length; i++) blurred[i] = pixels[i * 3];

        var recovered = Recovered(blurred,
            BlurMatrix((int)Math.Ceiling(Side * double.Parse(strength, System.Globalization.CultureInfo.InvariantCulture) / 2)));

        Assert.True(recovered < 0.25, $"details correlate with {recovered:F2}");
    }

    /// <summary>The best correlation, over regularisations, between the fine details of the original and of what was recovered.</summary>
    private static double Recovered(double[] blurred, double[,] matrix)
    {
        var original = Details(Face());
        var best = 0.0;
        for (var exponent = -6.0; exponent <= 0; exponent += 0.5)
        {
            var inverse = Inverse(matrix, Math.Pow(10, exponent));
            best = Math.Max(best, Correlation(original, Details(Apply(blurred, inverse))));
        }
        return best;
    }

    private static double[] Face()
    {
        var image = Pictures.Decode(File.ReadAllBytes(Repository.PathOf("samples", "photos", "astronaut.jpg")));
        var face = new double[Side * Side];
        for (var y = 0; y < Side; y++)
            for (var x = 0; x < Side; x++)
                face[y * Side + x] = image.Page(0).Row(60 + y * 2)[(165 + x * 2) * 3 + 1];
        return face;
    }

    /// <summary>Three box passes over a window that is cut off at the ends.</summary>
    private static double[,] BlurMatrix(int radius)
    {
        var once = new double[Side, Side];
        for (var i = 0; i < Side; i++)
        {
            int first = Math.Max(0, i - radius), end = Math.Min(Side, i + radius + 1);
            for (var j = first; j < end; j++) once[i, j] = 1.0 / (end - first);
        }
        return Multiply(once, Multiply(once, once));
    }

    /// <summary>(MᵀM + λI)⁻¹Mᵀ by Gauss and Jordan.</summary>
    private static double[,] Inverse(double[,] m, double lambda)
    {
        var left = Multiply(Transpose(m), m);
        var right = Transpose(m);
        for (var i = 0; i < Side; i++) left[i, i] += lambda;
        for (var p = 0; p < Side; p++)
        {
            var pivot = left[p, p]; // positive definite: no exchange of rows is needed
            for (var j = 0; j < Side; j++) (left[p, j], right[p, j]) = (left[p, j] / pivot, right[p, j] / pivot);
            for (var i = 0; i < Side; i++)
            {
                if (i == p) continue;
                var factor = left[i, p];
                for (var j = 0; j < Side; j++)
                    (left[i, j], right[i, j]) = (left[i, j] - factor * left[p, j], right[i, j] - factor * right[p, j]);
            }
        }
        return right;
    }

    /// <summary>The matrix along the rows and the columns.</summary>
    private static double[] Apply(double[] image, double[,] matrix)
    {
        var grid = new double[Side, Side];
        Buffer.BlockCopy(image, 0, grid, 0, image.Length * sizeof(double));
        var both = Multiply(Multiply(matrix, grid), Transpose(matrix));
        var result = new double[image.Length];
        Buffer.BlockCopy(both, 0, result, 0, result.Length * sizeof(double));
        return result;
    }

    /// <summary>What is left without the lowest waves of the cosine transform.</summary>
    private static double[] Details(double[] image)
    {
        var cosines = new double[Side, Side];
        for (var u = 0; u < Side; u++)
            for (var x = 0; x < Side; x++)
                cosines[u, x] = Math.Cos((2 * x + 1) * u * Math.PI / (2 * Side)) * Math.Sqrt((u == 0 ? 1.0 : 2.0) / Side);
        var waves = Apply(image, cosines);
        for (var u = 0; u <= Coarse; u++)
            for (var v = 0; v <= Coarse; v++) waves[u * Side + v] = 0;
        return Apply(waves, Transpose(cosines));
    }

    private static double Correlation(double[] a, double[] b)
    {
        double both = 0, left = 0, right = 0;
        for (var i = 0; i < a.Length; i++) (both, left, right) = (both + a[i] * b[i], left + a[i] * a[i], right + b[i] * b[i]);
        return both / Math.Sqrt(left * right + 1e-12);
    }

    private static double[,] Multiply(double[,] a, double[,] b)
    {
        var result = new double[Side, Side];
        for (var i = 0; i < Side; i++)
            for (var k = 0; k < Side; k++)
                for (var j = 0; j < Side; j++) result[i, j] += a[i, k] * b[k, j];
        return result;
    }

    private static double[,] Transpose(double[,] m)
    {
        var result = new double[Side, Side];
        for (var i = 0; i < Side; i++)
            for (var j = 0; j < Side; j++) result[j, i] = m[i, j];
        return result;
    }
}
