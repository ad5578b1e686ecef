using Redaction.Onnx;

namespace Redaction.Image;

/// <summary>Faces, by MediaPipe's BlazeFace (Bazarevsky et al. 2019, arXiv:1907.05047) on the whole image and on overlapping tiles,
/// since the model alone sees faces from about a tenth of its view upwards.</summary>
/// <remarks>Thread-safe; holds a model.</remarks>
public sealed class FaceDetector : IImageDetector, IDisposable
{
    private const string Id = "face";
    private readonly BlazeFace _model;

    /// <summary>Loads the model.</summary>
    /// <exception cref="RedactionException">The model or ONNX Runtime is missing (<see cref="ErrorCodes.MissingDependency"/>).</exception>
    public FaceDetector(OnnxOptions? options = null)
    {
        _model = new BlazeFace(options);
        Info = new(Id, EntityTypes.Face) { Version = _model.Version };
    }

    /// <inheritdoc/>
    public DetectorInfo Info { get; }

    /// <inheritdoc/>
    public void Detect(ImageSource source, FindingSink<PixelBox> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var faces = new List<FaceBox>();
        foreach (var view in FaceViews.Of(source.Width, source.Height)) _model.Detect(source, view, faces);
        foreach (var face in FaceMerge.Merge(faces))
        {
            var box = face.ToPixels().ClampTo(source.Width, source.Height);
            if (!box.IsEmpty) findings.Add(new(EntityTypes.Face, box, face.Score, Id));
        }
    }

    /// <summary>Unloads the model.</summary>
    public void Dispose() => _model.Dispose();
}
