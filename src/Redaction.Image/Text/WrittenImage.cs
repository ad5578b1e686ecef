namespace Redaction.Image;

/// <summary>An image with the text that was read in it.</summary>
internal readonly ref struct WrittenImage(RecoveredText<PixelBox> text, RedactionContext context) : ITextBearing<PixelBox>
{
    public RecoveredText<PixelBox> Text => text;

    public RedactionContext Context => context;
}
