using Redaction.Onnx;

namespace Redaction.Image;

/// <summary>Faces, by MediaPipe's BlazeFace (Bazarevsky et al. 2019, arXiv:1907.05047) on the whole image and on overlapping tiles,
/// since the model alone sees faces from about a tenth of its view upwards.</summary>
/// <remarks>Thread-safe; holds a model. Scores are set so that a policy acts well from 0.5 upwards; findings below 0.3 are not reported.</remarks>
public sealed class FaceDetector : IImageDetector, IDisposable
{
    private const string Id = "face";
    private const float MinScore = 0.3f;
    private readonly BlazeFace _model;
    private readonly FaceOptions _options;

    /// <summary>Loads the model.</summary>
    /// <exception cref="RedactionException">The model or ONNX Runtime is missing (<see cref="ErrorCodes.MissingDependency"/>).</exception>
    public FaceDetector(OnnxOptions? runtime = null, FaceOptions? options = null)
    {
        _options = options ?? FaceOptions.Default;
        ArgumentOutOfRangeException.ThrowIfNegative(_options.SmallestTile, nameof(options));
        _model = new BlazeFace(runtime);
        Info = new(Id, EntityTypes.Face) { Version = _model.Version };
    }

    /// <inheritdoc/>
    public DetectorInfo Info { get; }

    /// <inheritdoc/>
    public void Detect(ImageSource source, FindingSink<PixelBox> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var faces = new List<SeenBox>();
        var number = 0;
        foreach (var view in FaceViews.Of(source.Width, source.Height, _options.SmallestTile)) _model.Detect(source, view, number++, faces);
        foreach (var face in ViewMerge.Merge(faces))
        {
            var box = face.ToPixels().ClampTo(source.Width, source.Height);
            if (!box.IsEmpty && face.Score >= MinScore) findings.Add(new(EntityTypes.Face, box, face.Score, Id));
        }
    }

    /// <summary>Unloads the model.</summary>
    public void Dispose() => _model.Dispose();
}
