using System.Text.Json;

namespace Redaction;

/// <summary>The folder of a token classifier as Hugging Face's tools write it: <c>model.onnx</c>, <c>config.json</c> and the files of its
/// tokenizer.</summary>
internal sealed class ClassifierFolder
{
    private const string UsualModel = "model.onnx", Config = "config.json", TokenizerConfig = "tokenizer_config.json";
    private readonly string[] _folders;

    /// <param name="path">An ONNX file, or its folder.</param>
    /// <exception cref="InvalidDataException">There is no such file.</exception>
    public ClassifierFolder(string path)
    {
        Model = Directory.Exists(path) ? new[] { UsualModel, Path.Combine("onnx", UsualModel) }.Select(name => Path.Combine(path, name))
            .FirstOrDefault(File.Exists) ?? throw new InvalidDataException("the folder has no model.onnx: name the file") : path;
        if (!File.Exists(Model)) throw new InvalidDataException("there is no such file");
        var folder = Path.GetDirectoryName(Path.GetFullPath(Model))!;
        _folders = Path.GetFileName(folder) == "onnx" ? [folder, Path.GetDirectoryName(folder)!] : [folder];
    }

    /// <summary>Path of the ONNX file.</summary>
    public string Model { get; }

    /// <summary>Path of a file beside the model; null where there is none.</summary>
    public string? Find(string name) => _folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>What <c>config.json</c> says about the model; an empty object where there is none.</summary>
    public JsonElement ReadConfig() => Read(Config) ?? Empty();

    /// <summary>What <c>tokenizer_config.json</c> says; an empty object where there is none.</summary>
    public JsonElement ReadTokenizerConfig() => Read(TokenizerConfig) ?? Empty();

    /// <summary>A file of JSON; null where there is none.</summary>
    /// <exception cref="InvalidDataException">It is no JSON.</exception>
    public JsonElement? Read(string name)
    {
        if (Find(name) is not { } path) return null;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new InvalidDataException($"its {name} is no JSON");
        }
    }

    private static JsonElement Empty()
    {
        using var document = JsonDocument.Parse("{}");
        return document.RootElement.Clone();
    }
}
