namespace Redaction.Image;

/// <summary>Makes one score of a proposal's and of the verifier's, as evidence adds up: in logits.</summary>
/// <param name="Weight">Of the verifier's logit.</param>
/// <param name="Bias">Added, so that a policy acts well from a score of 0.5 upwards.</param>
internal readonly record struct Fusion(float Weight, float Bias)
{
    private const float Least = 1e-4f;
    private const float MostFor = 3, MostAgainst = 6; // the verifier alone does not make much of a doubtful proposal

    /// <summary>The score of a box.</summary>
    /// <param name="proposed">Score of the proposal, 0 to 1.</param>
    /// <param name="verdict">The verifier's logit.</param>
    public float Of(float proposed, float verdict)
    {
        var p = Math.Clamp(proposed, Least, 1 - Least);
        return 1 / (1 + MathF.Exp(-(MathF.Log(p / (1 - p)) + Weight * Math.Clamp(verdict, -MostAgainst, MostFor) + Bias)));
    }
}
