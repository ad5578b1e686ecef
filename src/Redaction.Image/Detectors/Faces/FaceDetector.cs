using Redaction.Onnx;

namespace Redaction.Image;

/// <summary>Faces, by CenterFace at the sizes that suit the image: large faces are seen best where the image is small, small ones
/// where it is large. With <see cref="DetectionQuality.Fast"/> the image is seen once, with <see cref="DetectionQuality.Balanced"/>
/// a second time, twice as large, where the first look gives a hint of small faces, with <see cref="DetectionQuality.Accurate"/> always,
/// both of them mirrored too, and in crowds a third time.</summary>
/// <remarks>Thread-safe; holds the model. Scores are set so that a policy acts well from 0.5 upwards; findings below 0.1 are not
/// reported.</remarks>
internal sealed class FaceDetector : IImageDetector, IDisposable
{
    private const string Id = "face";
    private const float Least = 0.1f;
    private const float LeastSeen = 0.03f;           // of what is asked again in another size
    private const float Hint = 0.15f, Seen = 0.3f;   // scores of a hint of a small face, and of one that is seen
    private const float Small = 48, Tiny = 24;       // heights of such faces in pixels of the model
    private const int Crowd = 3;
    private const int Fine = 2; // number of the fine look where all are taken
    private const int LargeImage = 1440, HugeImage = 1920; // shorter sides of which the first and the second look are too coarse
    private readonly CenterFace _model;
    private readonly DetectionQuality _quality;

    /// <summary>Loads the model.</summary>
    /// <exception cref="ArgumentException">There is no such quality.</exception>
    /// <exception cref="RedactionException">The model or ONNX Runtime is missing (<see cref="ErrorCodes.MissingDependency"/>).</exception>
    public FaceDetector(OnnxOptions? runtime = null, DetectionQuality quality = DetectionQuality.Balanced)
    {
        if (!Enum.IsDefined(quality))
            throw new ArgumentException(
                $"There is no quality {(int)quality} (valid: {string.Join(", ", Enum.GetNames<DetectionQuality>())}).");
        _quality = quality;
        _model = new CenterFace(runtime);
        Info = new(Id, EntityTypes.Face) { Version = $"{_model.Version}-{quality.ToString().ToLowerInvariant()}" };
    }

    /// <inheritdoc/>
    public DetectorInfo Info { get; }

    /// <inheritdoc/>
    public void Detect(ImageSource source, FindingSink<PixelBox> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var looks = new List<FaceLook>();
        var faces = new List<SeenBox>();
        See(source, looks, faces);
        foreach (var face in ViewMerge.Suppress(FaceLooks.Fuse(faces, looks)))
        {
            var box = face.ToPixels().ClampTo(source.Width, source.Height);
            if (!box.IsEmpty && face.Score >= Least) findings.Add(new(EntityTypes.Face, box, face.Score, Id));
        }
    }

    /// <summary>Unloads the model.</summary>
    public void Dispose() => _model.Dispose();

    private void See(ImageSource source, List<FaceLook> looks, List<SeenBox> faces)
    {
        var shorter = Math.Min(source.Width, source.Height);
        var coarse = FaceLook.Coarsely(source.Width, source.Height);
        Look(source, coarse, looks, faces);
        if (_quality == DetectionQuality.Accurate) Look(source, coarse with { IsMirrored = true }, looks, faces);
        if (_quality == DetectionQuality.Fast) return;
        var isAccurate = _quality == DetectionQuality.Accurate;
        if (!isAccurate && shorter <= LargeImage && !faces.Exists(f => f.Score >= Hint && f.Height < Small * coarse.Step)) return;
        var fine = FaceLook.Finely(source.Width, source.Height);
        if (fine.Step == coarse.Step) return;
        Look(source, fine, looks, faces);
        if (isAccurate) Look(source, fine with { IsMirrored = true }, looks, faces);
        var closest = FaceLook.Closest(source.Width, source.Height);
        if (!isAccurate || closest.Step == fine.Step) return;
        if (shorter > HugeImage || faces.Count(f => f.View == Fine && f.Score >= Seen && f.Height < Tiny * fine.Step) >= Crowd)
            Look(source, closest, looks, faces);
    }

    /// <summary>Adds what one look sees, a box a face.</summary>
    private void Look(ImageSource source, FaceLook look, List<FaceLook> looks, List<SeenBox> faces)
    {
        var seen = new List<SeenBox>();
        foreach (var view in look.Views) _model.Detect(source, in view, look.IsMirrored, looks.Count, LeastSeen, seen);
        faces.AddRange(ViewMerge.SuppressOverlaps(seen));
        looks.Add(look);
    }
}
