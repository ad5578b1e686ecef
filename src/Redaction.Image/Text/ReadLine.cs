namespace Redaction.Image;

/// <summary>A line with the characters that were read in it.</summary>
/// <param name="Line">Where it is, the right way up.</param>
/// <param name="Characters">In the order of reading.</param>
/// <param name="Covered">Share of its ink that has a character near it, 0 to 1.</param>
/// <param name="IsBars">True when nothing stands in it but upright bars.</param>
internal readonly record struct ReadLine(TextLine Line, List<SeenCharacter> Characters, float Covered, bool IsBars = false)
{
    private const float SurelyText = 0.85f;  // score of a line: textures and ornaments have less
    private const float SurelyRead = 0.92f;  // mean score of its characters
    private const float Long = 1.8f;         // heights: what is shorter is often no text, or too short to tell
    private const float Large = 64, LongAndLarge = 2.5f; // pixels of height from which shapes are often ornaments: they must be longer
    private const float LeastCovered = 0.6f; // a script that the recogniser does not know is passed over but for its digits and points
    private const int Lone = 1;              // characters: a mark rather than text

    /// <summary>Mean score of the characters; 0 where there are none.</summary>
    public float Score { get; } = Mean(Characters);

    /// <summary>True when this is text for sure and what it says is not.</summary>
    public bool IsUnread => !IsBars && Line.Score >= SurelyText
        && Line.HalfLength >= (2 * Line.HalfHeight > Large ? LongAndLarge : Long) * Line.HalfHeight
        && (Covered < LeastCovered || Score < SurelyRead);

    /// <summary>True when nothing is read in what is hardly text.</summary>
    public bool IsNothing => Characters.Count == 0 && Line.Score < SurelyText;

    /// <summary>True for bars that read like no letters either.</summary>
    public bool IsOnlyBars => IsBars && Score < SurelyRead;

    /// <summary>True when another look would not change it.</summary>
    public bool IsCertain(float least) => Score >= least && Characters.Count > Lone;

    /// <summary>True when no character is less sure than that.</summary>
    public bool HasNoneBelow(float least) => !Characters.Exists(c => c.Text != " " && c.Score < least);

    /// <summary>Mean score of characters; 0 where there are none.</summary>
    public static float Mean(List<SeenCharacter> characters)
    {
        var (sum, count) = (0f, 0);
        foreach (var character in characters)
        {
            if (character.Text == " ") continue;
            sum += character.Score;
            count++;
        }
        return count == 0 ? 0 : sum / count;
    }
}
