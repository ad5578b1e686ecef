using System.Collections.Immutable;
using Redaction.Onnx;

namespace Redaction.Image;

/// <summary>The built-in image detectors.</summary>
public static class ImageDetectors
{
    /// <summary>What there is, sorted by id. Loads nothing.</summary>
    public static ImmutableArray<DetectorInfo> All { get; } =
    [
        new("face", EntityTypes.Face),
        new("plate", EntityTypes.LicensePlate),
        new("written-text", [EntityTypes.WrittenText, EntityTypes.UnreadText, EntityTypes.LicensePlate]),
    ];

    /// <summary>Loads one of them.</summary>
    /// <param name="id">An id of <see cref="All"/>.</param>
    /// <param name="options">How closely to look; null takes <see cref="ImageDetectionOptions.Default"/>.</param>
    /// <param name="text">The text detectors that <c>written-text</c> runs.</param>
    /// <param name="runtime">How models run.</param>
    /// <remarks>Costs tens of milliseconds for the models; make it once and share it between threads.</remarks>
    /// <exception cref="ArgumentException">There is no such detector; the message names those there are.</exception>
    /// <exception cref="RedactionException">A model or ONNX Runtime is missing (<see cref="ErrorCodes.MissingDependency"/>).</exception>
    public static IImageDetector Create(
        string id, ImageDetectionOptions? options = null, IEnumerable<ITextDetector>? text = null, OnnxOptions? runtime = null)
    {
        options ??= ImageDetectionOptions.Default;
        return id switch
        {
            "face" => new FaceDetector(runtime, options.Quality),
            "plate" => new PlateDetector(runtime, options.Quality,
                options.Quality == DetectionQuality.Fast ? null : new PlateReading(runtime)),
            "written-text" =>
                new WrittenTextDetector(new PpOcrReader(runtime, options.Quality), text ?? [], options.WrittenText)
                {
                    Plates = options.WrittenPlates,
                },
            _ => throw new ArgumentException(
                $"There is no image detector '{id}' (valid: {string.Join(", ", All.Select(static d => d.Id))})."),
        };
    }

    /// <summary>Loads all of them.</summary>
    /// <exception cref="RedactionException">A model or ONNX Runtime is missing (<see cref="ErrorCodes.MissingDependency"/>).</exception>
    public static ImmutableArray<IImageDetector> CreateAll(
        ImageDetectionOptions? options = null, IEnumerable<ITextDetector>? text = null, OnnxOptions? runtime = null) =>
        [.. All.Select(d => Create(d.Id, options, text, runtime))];
}
