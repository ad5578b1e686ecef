using Redaction.Onnx;

namespace Redaction.Text.Names;

/// <summary>The models that this package carries.</summary>
public static class NamesModels
{
    /// <summary>Their manifests and weights.</summary>
    public static ModelCatalog Catalog { get; } = new(typeof(NamesModels).Assembly);
}
