namespace Redaction;

/// <summary>The scores that the parts of the engine agree on.</summary>
internal static class Scores
{
    /// <summary>From here on the default policy acts.</summary>
    public const float Acts = 0.5f;

    /// <summary>From here on a value without any words around it is what its form says, even in a name.</summary>
    public const float SelfEvident = 0.7f;

    /// <summary>What a suppressed finding keeps: below <see cref="Acts"/>, but there for a policy that asks for it.</summary>
    public const float Suppressed = 0.25f;

    /// <summary>By how much the score of a place in a picture changes when the picture is coded anew.</summary>
    public const float Coding = 0.1f;

    /// <summary>From here on a model is believed beside what an operator wrote, which is no text that it was trained on.</summary>
    public const float BesideLabels = 0.8f;
}
