using System.Collections.Immutable;
using Redaction.Onnx;

namespace Redaction.Text.Names;

/// <summary>The network with all that it needs.</summary>
internal sealed class NamesModel : IDisposable
{
    private readonly OnnxModel _network;

    /// <exception cref="RedactionException">A file is missing or not the expected one
    /// (<see cref="ErrorCodes.MissingDependency"/>).</exception>
    public NamesModel(DetectionQuality quality, OnnxOptions? options)
    {
        var id = IdOf(quality);
        _network = NamesModels.Catalog.Load(id, options);
        var manifest = _network.Manifest;
        Words = new(id, Read(manifest, "words.bin"));
        Tables = new(id, Read(manifest, "tables.bin"));
        Gazetteer = new(id, Read(manifest, "gazetteer.bin"));
        Features = new(Words, Tables, Gazetteer);
        if (quality == DetectionQuality.Accurate) Pieces = new(id, Read(manifest, "pieces.bin"));
        Types = [.. manifest.Labels.Select(static l => new EntityType(l))];
        if (Types.IsEmpty || Types.Length > 30)
            throw new RedactionException(ErrorCodes.MissingDependency, id, "The manifest of the model names no labels.");
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

    /// <summary>What the network takes beside the features, in the accurate model.</summary>
    public PieceTable? Pieces { get; }

    /// <summary>The model of a quality.</summary>
    public static string IdOf(DetectionQuality quality) => quality == DetectionQuality.Accurate ? "names-accurate" : "names-fast";

    /// <summary>Turns the tokens of one block into what the network takes, and runs it.</summary>
    public void Run(ReadOnlySpan<char> text, ReadOnlySpan<WordToken> tokens, in Workspace workspace)
    {
        Features.Write(text, tokens, workspace.Keys, workspace.Lengths, workspace.Masks, workspace.Features);
        using var input = OnnxTensor.Over("x", workspace.Features.AsMemory(0, tokens.Length * FeatureWriter.Width), 1, tokens.Length,
            FeatureWriter.Width);
        using var output = OnnxTensor.Over("logits", workspace.Logits.AsMemory(0, tokens.Length * Tags), 1, tokens.Length, Tags);
        if (Pieces is null)
        {
            _network.Run(input, output);
            return;
        }
        for (var t = 0; t < tokens.Length; t++)
            Pieces.Write(text[tokens[t].Start..tokens[t].End], tokens[t].IsSpaced, workspace.Pieces.AsSpan(t * PieceTable.Width));
        using var pieces =
            OnnxTensor.Over("pieces", workspace.Pieces.AsMemory(0, tokens.Length * PieceTable.Width), 1, tokens.Length, PieceTable.Width);
        _network.Run([input, pieces], [output]);
    }

    public void Dispose() => _network.Dispose();

    /// <summary>A file of the model, or one that it shares.</summary>
    private static byte[] Read(ModelManifest manifest, string name)
    {
        foreach (var file in manifest.Files.Keys)
            if (Path.GetFileName(file) == name) return NamesModels.Catalog.ReadFile(manifest, file);
        throw new RedactionException(ErrorCodes.MissingDependency, manifest.Id, "A file of the model is not listed in its manifest.");
    }
}
