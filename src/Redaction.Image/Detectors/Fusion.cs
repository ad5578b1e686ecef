namespace Redaction.Image;

/// <summary>Makes one score of a proposal's and of the verifier's, as evidence adds up: in logits.</summary>
/// <param name="Weight">Of the verifier's logit for a box of 32 pixels.</param>
/// <param name="Slope">What the weight loses with each doubling of the box: the proposing models know large things better.</param>
/// <param name="Bias">Added, so that a score of 0.5 finds as much as without the verifier, and fewer other things.</param>
internal readonly record struct Fusion(float Weight, float Slope, float Bias = -1)
{
    private const float LeastWeight = 0.1f, MostWeight = 1.2f, Least = 1e-4f, Octave = 5;
    private const float MostFor = 3, MostAgainst = 6; // the verifier alone does not make much of a doubtful proposal

    /// <summary>The score of a box.</summary>
    /// <param name="proposed">Score of the proposal, 0 to 1.</param>
    /// <param name="verdict">The verifier's logit.</param>
    /// <param name="size">Longer side of the proposed box in pixels.</param>
    public float Of(float proposed, float verdict, float size)
    {
        var p = Math.Clamp(proposed, Least, 1 - Least);
        var weight = Math.Clamp(Weight - Slope * (MathF.Log2(Math.Max(size, 1)) - Octave), LeastWeight, MostWeight);
        return 1 / (1 + MathF.Exp(-(MathF.Log(p / (1 - p)) + weight * Math.Clamp(verdict, -MostAgainst, MostFor) + Bias)));
    }
}
