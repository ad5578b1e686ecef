using System.Collections.Immutable;

namespace Redaction.Evaluation;

/// <summary>The formats of labelled texts.</summary>
internal static class TextDatasets
{
    /// <summary>Ids of the formats.</summary>
    public static ImmutableArray<string> All { get; } = ["jsonl", "presidio", "conll", "brat"];

    /// <summary>The format of a file or folder by its name and beginning; null when it is none of them.</summary>
    public static string? Detect(string path)
    {
        if (Directory.Exists(path)) return Directory.EnumerateFiles(path, "*.ann", SearchOption.AllDirectories).Any() ? "brat" : null;
        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".jsonl" or ".ndjson" => "jsonl",
            ".conll" or ".bio" or ".iob" or ".iob2" or ".tsv" or ".conllu" => "conll",
            ".json" => BeginsAsList(path) ? "presidio" : null,
            _ => null,
        };
    }

    /// <summary>Reads a data set.</summary>
    /// <exception cref="ArgumentException">There is no such format; names those there are.</exception>
    public static IEnumerable<LabelledText> Read(string path, string format, TextDatasetOptions options) => format switch
    {
        "jsonl" => SpanJsonLines.Read(path, options),
        "presidio" => PresidioJson.Read(path, options),
        "conll" => Conll.Read(path, options),
        "brat" => Brat.Read(path, options),
        _ => throw new ArgumentException($"There is no data set format '{format}' (valid: {string.Join(", ", All)})."),
    };

    private static bool BeginsAsList(string path)
    {
        using var reader = new StreamReader(path);
        int next;
        while ((next = reader.Read()) >= 0)
            if (!char.IsWhiteSpace((char)next)) return next == '[';
        return false;
    }
}
