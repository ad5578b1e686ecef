using System.Diagnostics.CodeAnalysis;

namespace Redaction;

internal static class Throw
{
    public static void IfNotScore(float score)
    {
        if (!(score >= 0f && score <= 1f)) Score(score);
    }

    /// <summary>Failure of a component: the original exception is named by type only, since its message may hold user data.</summary>
    [DoesNotReturn]
    public static void ComponentFailed(string component, Exception cause) =>
        throw new RedactionException(ErrorCodes.ComponentFailed, component, cause: cause.GetType());

    [DoesNotReturn]
    private static void Score(float score) =>
        throw new ArgumentOutOfRangeException(nameof(score), score, "A score lies within 0 and 1.");
}
