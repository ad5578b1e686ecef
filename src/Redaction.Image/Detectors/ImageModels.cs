using Redaction.Onnx;

namespace Redaction.Image;

/// <summary>The models that this package carries.</summary>
internal static class ImageModels
{
    /// <summary>Their manifests and weights.</summary>
    public static ModelCatalog Catalog { get; } = new(typeof(ImageModels).Assembly);

    /// <summary>What is known about one of them; loads nothing.</summary>
    public static ModelManifest ManifestOf(string id) => Catalog.Manifests.First(m => m.Id == id);
}
