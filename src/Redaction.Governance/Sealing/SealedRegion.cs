namespace Redaction.Governance;

/// <summary>Where the sealed pixels or samples belong.</summary>
/// <param name="Input">SHA-256 of the input file, lower-case hex.</param>
/// <param name="Medium"><c>image</c> or <c>audio</c>.</param>
/// <param name="Type">Entity type of the finding.</param>
/// <param name="Page">Page of an image; 0 for audio.</param>
/// <param name="X">Left edge in pixels; of audio the first frame.</param>
/// <param name="Y">Top edge in pixels; 0 for audio.</param>
/// <param name="Width">Width in pixels; of audio the number of frames.</param>
/// <param name="Height">Height in pixels; 1 for audio.</param>
/// <param name="Unit">Bytes of a pixel or a frame.</param>
internal sealed record SealedRegion(string Input, string Medium, string Type, int Page, long X, int Y, int Width, int Height, int Unit)
{
    /// <summary>What stands for the region in keyed digests: the place, not the content.</summary>
    internal string Place => System.FormattableString.Invariant($"{Input}/{Medium}/{Page}/{X}/{Y}/{Width}/{Height}");
}
