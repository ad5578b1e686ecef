namespace Redaction.Image;

/// <summary>A reader that can look for lines more closely than it reads a whole image.</summary>
internal interface ILineFinder
{
    /// <summary>Pixels of an image for a pixel of the model where it is read most closely; a smaller number looks closer.</summary>
    float FinestStep(int width, int height);

    /// <summary>Adds the boxes of the lines in a part of an image, looked at with so many of its pixels for a pixel of the model.</summary>
    void FindLines(ImageSource image, PixelBox part, float step, ICollection<PixelBox> lines);
}
