using System.Collections.Immutable;
using Redaction.Onnx;

namespace Redaction.Text.Names;

/// <summary>The network with all that it needs.</summary>
internal sealed class NamesModel : IDisposable
{
    public const string Id = "names-fast";
    private readonly OnnxModel _network;

    /// <exception cref="RedactionException">A file is missing or not the expected one (<see cref="ErrorCodes.MissingDependency"/>).</exception>
    public NamesModel(OnnxOptions? options)
    {
        var catalog = NamesModels.Catalog;
        _network = catalog.Load(Id, options);
        var manifest = _network.Manifest;
        Words = new(Id, catalog.ReadFile(manifest, "words.bin"));
        Tables = new(Id, catalog.ReadFile(manifest, "tables.bin"));
        Gazetteer = new(Id, catalog.ReadFile(manifest, "gazetteer.bin"));
        Features = new(Words, Tables, Gazetteer);
        Types = [.. manifest.Labels.Select(static l => new EntityType(l))];
        if (Types.IsEmpty || Types.Length > 30) throw new RedactionException(ErrorCodes.MissingDependency, Id, "The manifest of the model names no labels.");
        Least = [.. manifest.Labels.Select(l => manifest.LeastConfidence.TryGetValue(l, out var least) ? (float)least : 0.5f)];
    }

    public ModelManifest Manifest => _network.Manifest;

    public WordRows Words { get; }

    public FeatureTables Tables { get; }

    public Gazetteer Gazetteer { get; }

    public FeatureWriter Features { get; }

    /// <summary>The entity types, in the order of the labels.</summary>
    public ImmutableArray<EntityType> Types { get; }

    /// <summary>Per label the confidence from which a finding counts.</summary>
    public ImmutableArray<float> Least { get; }

    public int Tags => 2 * Types.Length + 1;

    /// <summary>Runs the network on one block.</summary>
    public void Run(Memory<float> features, Memory<float> logits, int tokens)
    {
        using var input = OnnxTensor.Over("x", features[..(tokens * FeatureWriter.Width)], 1, tokens, FeatureWriter.Width);
        using var output = OnnxTensor.Over("logits", logits[..(tokens * Tags)], 1, tokens, Tags);
        _network.Run(input, output);
    }

    public void Dispose() => _network.Dispose();
}
