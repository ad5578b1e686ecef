namespace Redaction;

/// <summary>What happens to the parts of an item that nothing could search.</summary>
public enum UnsearchedChoice
{
    /// <summary>The item is refused: see <see cref="ErrorCodes.Unsearched"/>.</summary>
    Refuse,

    /// <summary>They are taken out, so that what is left is still a file of its format.</summary>
    Erase,

    /// <summary>They stay as they are.</summary>
    Keep,
}
