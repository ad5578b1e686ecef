using Redaction.Onnx;

namespace Redaction.Text.Names;

/// <summary>The models that this package carries.</summary>
internal static class NamesModels
{
    /// <summary>Their manifests and weights.</summary>
    public static ModelCatalog Catalog { get; } = new(typeof(NamesModels).Assembly);

    /// <summary>The manifest of the model that a quality takes.</summary>
    public static ModelManifest Of(DetectionQuality quality) => Catalog.Manifests.Single(m => m.Id == NamesModel.IdOf(quality));
}
