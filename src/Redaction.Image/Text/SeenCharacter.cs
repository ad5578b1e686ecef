namespace Redaction.Image;

/// <summary>A character read in a line.</summary>
/// <param name="Text">The character.</param>
/// <param name="Start">Where the model begins to see it: 0 is the start of the line, 1 its end.</param>
/// <param name="End">Where the model ends to see it.</param>
/// <param name="Score">How sure the model is.</param>
internal readonly record struct SeenCharacter(string Text, float Start, float End, float Score)
{
    /// <summary>White before it, of the line's length.</summary>
    public float Gap { get; init; }

    public float Middle => (Start + End) / 2;
}
