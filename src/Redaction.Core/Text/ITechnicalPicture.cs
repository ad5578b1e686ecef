namespace Redaction;

/// <summary>What is known of a picture that an apparatus made: it shows marks that tell about nobody, and no vehicles.</summary>
internal interface ITechnicalPicture
{
    /// <summary>True when a piece of writing that stands alone is such a mark as a whole: a side, a unit, a setting.</summary>
    bool IsMark(ReadOnlySpan<char> text);
}
