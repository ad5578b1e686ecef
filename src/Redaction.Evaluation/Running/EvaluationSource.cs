using System.Collections.Immutable;
using System.Text.Json;

namespace Redaction.Evaluation;

/// <summary>A data set of any kind, found out by its name and beginning.</summary>
public sealed class EvaluationSource
{
    private const string Calls = "calls";
    private readonly string _format;
    private readonly TextDatasetOptions _options;

    private EvaluationSource(string path, string kind, string format, TextDatasetOptions options) => (Path, Kind, _format, _options) =
        (path, kind, format, options);

    /// <summary>Ids of all formats.</summary>
    public static ImmutableArray<string> Formats { get; } = [.. TextDatasets.All, .. BoxDatasets.All, Calls];

    /// <summary>File or folder.</summary>
    public string Path { get; }

    /// <summary><c>text</c>, <c>images</c> or <c>calls</c>.</summary>
    public string Kind { get; }

    /// <summary>Opens a data set.</summary>
    /// <param name="path">File or folder.</param>
    /// <param name="format">Its format; null to find out.</param>
    /// <param name="options">How texts are read.</param>
    /// <exception cref="ArgumentException">There is no such file or format, or the format cannot be found out.</exception>
    public static EvaluationSource Open(string path, string? format, TextDatasetOptions options)
    {
        if (!System.IO.Path.Exists(path)) throw new ArgumentException($"There is no data set '{path}'.");
        if (format is null && File.Exists(path) && System.IO.Path.GetExtension(path) is ".jsonl" or ".ndjson"
            && CallJsonLines.Recognises(path)) format = Calls;
        format ??= TextDatasets.Detect(path) ?? BoxDatasets.Detect(path)
            ?? throw new ArgumentException($"It is not clear what '{path}' is: name its format ({string.Join(", ", Formats)}).");
        if (!Formats.Contains(format))
            throw new ArgumentException($"There is no data set format '{format}' (valid: {string.Join(", ", Formats)}).");
        var kind = format == Calls ? Calls : TextDatasets.All.Contains(format) ? "text" : "images";
        return new(path, kind, format, options);
    }

    /// <summary>Reads a JSON object from a data set's entity names to this library's.</summary>
    /// <exception cref="RedactionException">The file is not such an object (<see cref="ErrorCodes.Malformed"/>).</exception>
    public static IReadOnlyDictionary<string, string> ReadNames(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.EnumerateObject()
                .ToDictionary(static m => m.Name, static m => m.Value.GetString() ?? throw new JsonException(),
                    StringComparer.OrdinalIgnoreCase);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new RedactionException(ErrorCodes.Malformed, "map", "Expected a JSON object from names to names.", e.GetType());
        }
    }

    /// <summary>Measures the data set.</summary>
    public EvaluationResult Run(
        EvaluationRunner runner, ImmutableSortedDictionary<string, string> provenance, string entity, double threshold, string? split,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(runner);
        return Kind switch
        {
            "text" => runner.RunTexts(TextDatasets.Read(Path, _format, _options), _options.Ignored, provenance, cancellationToken),
            "images" => runner.RunImages(Images(split), entity, threshold, provenance, cancellationToken),
            _ => runner.RunCalls(CallJsonLines.Read(Path), provenance, cancellationToken),
        };
    }

    /// <summary>Measures what another system found in the same texts or images.</summary>
    /// <param name="predictions">File: JSON lines of the same texts with spans, or COCO results
    /// (<c>[{"image_id","bbox","score"}]</c>).</param>
    /// <param name="ours">The result of <see cref="Run"/> on this data set.</param>
    /// <param name="threshold">Images: the least intersection over union of a match.</param>
    /// <param name="split">Images: only this part of the data set; null for all.</param>
    /// <exception cref="ArgumentException">The data set is one of calls, or the predictions are of other texts or images.</exception>
    public FigureTree ScorePeer(string predictions, EvaluationResult ours, double threshold = 0.4, string? split = null) => Kind switch
    {
        "text" => EvaluationRunner.ScorePredictions(TextDatasets.Read(Path, _format, _options), SpanJsonLines.Read(predictions, _options),
            ignored: _options.Ignored, ours: ours.Texts),
        "images" => EvaluationRunner.ScorePredictions(Images(split), ours.ImageSizes, CocoResults.Read(predictions), threshold),
        _ => throw new ArgumentException("Predictions of peers are compared on texts and images only."),
    };

    private IEnumerable<LabelledImage> Images(string? split)
    {
        var images = BoxDatasets.Read(Path, _format);
        if (split is null) return images;
        if (images.All(i => i.Split != split))
            throw new ArgumentException(
                $"The data set has no part '{split}' (valid: "
                + $"{string.Join(", ", images.Select(static i => i.Split).Distinct()
                    .Where(static s => s.Length > 0).Order(StringComparer.Ordinal))}).");
        return images.Where(i => i.Split == split);
    }
}
