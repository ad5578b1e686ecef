using System.Numerics;
using Redaction.Onnx;

namespace Redaction.Image;

/// <summary>Tells how the head of a face is held, by the marks that CenterFace sees on it.</summary>
internal static class FacePoses
{
    private const float Height = 96; // of the face in pixels of the model
    private const float Around = 0.5f; // of the face, on each side
    private static readonly Lazy<CenterFace> s_model = new(static () => new(OnnxOptions.Default));

    /// <summary>The pose of the face in a box; frontal where no face is seen in it.</summary>
    /// <exception cref="RedactionException">The model or ONNX Runtime is missing, or the model failed.</exception>
    public static FacePose In(ImageSource image, PixelBox face)
    {
        if (face.IsEmpty) return FacePose.Frontal;
        int aside = (int)(face.Width * Around), above = (int)(face.Height * Around);
        var view = new ModelView(face.X - aside, face.Y - above, face.Width + 2 * aside, face.Height + 2 * above,
            Math.Max(face.Height, face.Width) / Height, CutSides.None);
        Span<Vector2> marks = stackalloc Vector2[CenterFace.Marks];
        return s_model.Value.TryMark(image, in view, face, marks) ? FacePose.Of(marks) : FacePose.Frontal;
    }
}
