namespace Redaction.Image;

/// <summary>Finds things in images.</summary>
public interface IImageDetector : IDetector<ImageSource, PixelBox>;
