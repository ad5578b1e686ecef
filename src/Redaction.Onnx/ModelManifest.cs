using System.Collections.Immutable;
using System.Text.Json;

namespace Redaction.Onnx;

/// <summary>What is known about a model that ships: the content of its <c>model.json</c>.</summary>
/// <param name="Id">Lower-case id, the name of its folder under <c>models/</c>.</param>
/// <param name="File">Name of the weights file beside the manifest.</param>
/// <param name="Sha256">SHA-256 of the weights, lower-case hexadecimal; checked at every load.</param>
/// <param name="Licence">SPDX expression of the weights' licence.</param>
/// <param name="Source">Where the weights come from.</param>
/// <param name="Input">What the model takes.</param>
/// <param name="Output">What the model gives.</param>
public sealed record ModelManifest(string Id, string File, string Sha256, string Licence, string Source, string Input, string Output)
{
    /// <summary>One sentence for help texts.</summary>
    /// <value>Empty.</value>
    public string Description { get; init; } = "";

    /// <summary>Version of the weights.</summary>
    /// <value>"1".</value>
    public string Version { get; init; } = "1";

    /// <summary>SHA-256 of every file of the model by name, where it has more than its weights.</summary>
    public ImmutableSortedDictionary<string, string> Files { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Labels of the model's output, where it names them.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>What the model takes off the score of "nothing" before it decides, where it decides between labels.</summary>
    /// <value>0.</value>
    public double OBias { get; init; }

    /// <summary>Per label the confidence from which a finding counts.</summary>
    public ImmutableSortedDictionary<string, double> LeastConfidence { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>Measured figures by name, such as <c>ap</c>.</summary>
    public ImmutableSortedDictionary<string, double> Figures { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>Reads a <c>model.json</c>.</summary>
    /// <exception cref="RedactionException">The manifest is not readable (<see cref="ErrorCodes.MissingDependency"/>).</exception>
    public static ModelManifest Read(Stream json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return JsonSerializer.Deserialize(json, ModelJson.Default.ModelManifest) ?? throw new JsonException();
        }
        catch (JsonException e)
        {
            throw new RedactionException(ErrorCodes.MissingDependency, "model", "A model manifest cannot be read.", e.GetType());
        }
    }
}
