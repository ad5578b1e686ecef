using Redaction.Onnx;

namespace Redaction.Image;

/// <summary>The models that this package carries.</summary>
internal static class ImageModels
{
    /// <summary>Their manifests and weights.</summary>
    public static ModelCatalog Catalog { get; } = new(typeof(ImageModels).Assembly);
}
