namespace Redaction.Image;

/// <summary>Reads the text written in an image.</summary>
/// <remarks>Implementations are pure and thread-safe.</remarks>
internal interface ITextReader
{
    /// <summary>Name and version of the reader, for audit records.</summary>
    string Id { get; }

    /// <summary>Reads the text of an upright image, line by line; every character lies under a piece that says where it is.</summary>
    RecoveredText<PixelBox> Read(ImageSource image);
}
