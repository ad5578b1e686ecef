using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Redaction.Onnx;

namespace Redaction;

/// <summary>Loads a token classifier.</summary>
internal static class ClassifierFiles
{
    private const int UsualWindow = 512;

    /// <summary>Fewest and most pieces of a pass.</summary>
    public const int FewestPieces = 16, MostPieces = 8192;

    /// <summary>Loads the model and what it needs.</summary>
    /// <param name="id">Names it in failures.</param>
    /// <param name="path">Its ONNX file or folder.</param>
    /// <param name="labels">Its labels by their numbers; null: those of its <c>config.json</c>.</param>
    /// <param name="window">Most pieces of a pass; null: as its <c>config.json</c> says, at most 512.</param>
    /// <param name="sha256">What its weights must be, lower-case hexadecimal; null: anything.</param>
    /// <returns>The model, and the SHA-256 of its weights.</returns>
    /// <exception cref="InvalidDataException">Something is missing or not understood; the message says what.</exception>
    /// <exception cref="RedactionException">The model cannot be loaded.</exception>
    public static (TokenClassifier Source, string Sha256) Load(string id, string path, string[]? labels, int? window, string? sha256)
    {
        var folder = new ClassifierFolder(path);
        var config = folder.ReadConfig();
        labels ??= Labels(config);
        var pieces = PieceFiles.Read(folder);
        using var weights = File.OpenRead(folder.Model);
        var hash = Convert.ToHexStringLower(SHA256.HashData(weights));
        if (sha256 is not null && sha256 != hash) throw new InvalidDataException("its weights are not those that 'sha256' names");
        var model = new OnnxModel(new(id, Path.GetFileName(folder.Model), hash, "", "", "", ""), folder.Model);
        Check(model, labels);
        return (new(model, pieces, labels, window ?? Window(config)), hash);
    }

    private static void Check(OnnxModel model, string[] labels)
    {
        if (model.Inputs.FirstOrDefault(static name => !TokenClassifier.Inputs.Contains(name)) is { } other)
            throw new InvalidDataException(
                $"the model takes '{other}'; a token classifier takes {string.Join(", ", TokenClassifier.Inputs)}");
        var width = model.WidthOf(TokenClassifier.Output)
            ?? throw new InvalidDataException($"the model gives no floats called '{TokenClassifier.Output}'");
        if (width > 0 && width != labels.Length)
            throw new InvalidDataException($"the model has {width} labels, but {labels.Length} are named");
    }

    private static string[] Labels(JsonElement config)
    {
        if (!config.TryGetProperty("id2label", out var names) || names.ValueKind != JsonValueKind.Object)
            throw new InvalidDataException("no config.json beside it names its labels ('id2label'): give 'labels'");
        var labels = new string[names.EnumerateObject().Count()];
        foreach (var name in names.EnumerateObject())
        {
            if (!int.TryParse(name.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number >= labels.Length
                || name.Value.ValueKind != JsonValueKind.String)
                throw new InvalidDataException("'id2label' of its config.json is not from numbers to names");
            labels[number] = name.Value.GetString()!;
        }
        return labels;
    }

    private static int Window(JsonElement config)
    {
        if (!config.TryGetProperty("max_position_embeddings", out var most) || !most.TryGetInt32(out var pieces)) return UsualWindow;
        var isShifted = config.TryGetProperty("model_type", out var type)
            && type.GetString()?.Contains("roberta", StringComparison.Ordinal) == true; // whose first two places are not used
        return Math.Clamp(isShifted ? pieces - 2 : pieces, FewestPieces, UsualWindow);
    }
}
