namespace Redaction.Image;

/// <summary>Makes one score of a proposal's and of the verifier's, as evidence adds up: in logits.</summary>
internal static class Fusion
{
    private const float Weight = 0.25f; // of the verifier's logit
    private const float Bias = -0.7f;   // so that a score of 0.5 finds as many faces as without the verifier, and fewer other things
    private const float Least = 1e-4f;
    private const float MostFor = 3, MostAgainst = 6; // the verifier alone does not make a face of a doubtful proposal

    /// <summary>The score of a box.</summary>
    /// <param name="proposed">Score of the proposal, 0 to 1.</param>
    /// <param name="verdict">The verifier's logit.</param>
    public static float Of(float proposed, float verdict)
    {
        var p = Math.Clamp(proposed, Least, 1 - Least);
        return 1 / (1 + MathF.Exp(-(MathF.Log(p / (1 - p)) + Weight * Math.Clamp(verdict, -MostAgainst, MostFor) + Bias)));
    }
}
