using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;

namespace Redaction.Onnx;

/// <summary>The models that a package carries as embedded resources named <c>models/&lt;id&gt;/…</c>.</summary>
public sealed class ModelCatalog
{
    private const string Folder = "models/";
    private readonly Assembly _package;

    /// <summary>Lists the models of a package; their weights are read when loaded.</summary>
    /// <exception cref="RedactionException">A manifest is not readable (<see cref="ErrorCodes.MissingDependency"/>).</exception>
    public ModelCatalog(Assembly package)
    {
        ArgumentNullException.ThrowIfNull(package);
        _package = package;
        Manifests = [.. package.GetManifestResourceNames()
            .Where(static n => n.StartsWith(Folder, StringComparison.Ordinal) && n.EndsWith("/model.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(ReadManifest)];
    }

    /// <summary>The manifests, sorted by id.</summary>
    public ImmutableArray<ModelManifest> Manifests { get; }

    /// <summary>Loads a model after its weights' hash has been checked.</summary>
    /// <exception cref="ArgumentException">There is no such model; the message names those there are.</exception>
    /// <exception cref="RedactionException">The weights are missing or have another hash, or ONNX Runtime cannot be loaded
    /// (<see cref="ErrorCodes.MissingDependency"/>).</exception>
    public OnnxModel Load(string id, OnnxOptions? options = null)
    {
        foreach (var manifest in Manifests)
            if (manifest.Id == id) return new OnnxModel(manifest, Read(manifest, manifest.File), options);
        throw new ArgumentException($"There is no model '{id}' (valid: {string.Join(", ", Manifests.Select(static m => m.Id))}).");
    }

    /// <summary>Reads a further file of a model after its hash has been checked. One that it shares with another model is listed with that
    /// model's folder, as <c>names-fast/words.bin</c>.</summary>
    /// <exception cref="RedactionException">The file is missing, not listed in the manifest,
    /// or has another hash (<see cref="ErrorCodes.MissingDependency"/>).</exception>
    public byte[] ReadFile(ModelManifest manifest, string file)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        if (!manifest.Files.TryGetValue(file, out var sha256))
            throw new RedactionException(ErrorCodes.MissingDependency, manifest.Id, "A file of the model is not listed in its manifest.");
        var content = Read(manifest, file);
        return IsGenuine(manifest with { Sha256 = sha256 }, content)
            ? content
            : throw new RedactionException(ErrorCodes.MissingDependency, manifest.Id,
                "A file of the model is not the expected one (SHA-256).");
    }

    /// <summary>True when <paramref name="weights"/> are those that the manifest names.</summary>
    public static bool IsGenuine(ModelManifest manifest, ReadOnlySpan<byte> weights)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(weights, hash);
        return Convert.ToHexStringLower(hash) == manifest.Sha256;
    }

    private ModelManifest ReadManifest(string resource)
    {
        using var stream = _package.GetManifestResourceStream(resource)!;
        return ModelManifest.Read(stream);
    }

    private byte[] Read(ModelManifest manifest, string file)
    {
        using var stream = _package.GetManifestResourceStream(Folder + (file.Contains('/') ? file : $"{manifest.Id}/{file}"))
            ?? throw new RedactionException(ErrorCodes.MissingDependency, manifest.Id, "The weights of the model are not in the package.");
        var weights = new byte[stream.Length];
        stream.ReadExactly(weights);
        MappedPages.LetGo(stream);
        return weights;
    }
}
