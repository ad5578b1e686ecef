using System.Runtime.InteropServices;
using Redaction.Onnx;

namespace Redaction.Image;

/// <summary>Faces, by a net of ours with strides of 8, 16 and 32 on the pixels of the image,
/// and by MediaPipe's BlazeFace (Bazarevsky et al. 2019, arXiv:1907.05047) for near ones.
/// The net sees images of more than 1,280 pixels at up to 1.25 of their pixels for one of its own, so that faces under about 24 pixels are
/// found less there; with <see cref="DetectionQuality.Accurate"/> it sees all pixels, beside BlazeFace at all sizes and an SSD with
/// MobileNetV1. A small net of ours then looks closely at each place that they propose.</summary>
/// <remarks>Thread-safe; holds the models. Scores are set so that a policy acts well from 0.5 upwards; findings below 0.1 are not reported,
/// with <see cref="DetectionQuality.Accurate"/> below 0.05.</remarks>
internal sealed class FaceDetector : IImageDetector, IDisposable
{
    private const string Id = "face";
    private const float LeastFast = 0.1f, LeastAccurate = 0.05f; // scores of proposals and of what is reported
    private const int MostProposals = 256;
    private const float StrideBias = 2f;     // logits that are taken off twice our model's
    // Where the SSD is not asked, BlazeFace looks at near faces only, in tiles of at least this many pixels and of this
    // part of the image: at 640 pixels at most. Our own model sees the small ones.
    private const int NearTile = 512;
    private const float NearPart = 0.4f;
    private const float BesideSecond = 0.8f; // BlazeFace's logits count for less where the surer model sees the same view
    private static readonly Fusion s_fusion = new(0.25f, -0.5f);
    private readonly StrideModel _strides;
    private readonly BlazeFace _model;
    private readonly SsdFaces? _second;
    private readonly PlaceVerifier _verifier;
    private readonly FaceOptions _options;

    /// <summary>Loads the models.</summary>
    /// <exception cref="ArgumentException">An option has a value it cannot have.</exception>
    /// <exception cref="RedactionException">A model or ONNX Runtime is missing (<see cref="ErrorCodes.MissingDependency"/>).</exception>
    public FaceDetector(OnnxOptions? runtime = null, FaceOptions? options = null)
    {
        _options = options ?? FaceOptions.Default;
        ArgumentOutOfRangeException.ThrowIfNegative(_options.SmallestTile, nameof(options));
        if (!Enum.IsDefined(_options.Quality))
            throw new ArgumentException(
                $"There is no quality {(int)_options.Quality} (valid: {string.Join(", ", Enum.GetNames<DetectionQuality>())}).");
        _strides = new StrideModel(StrideModel.Faces, runtime);
        _model = new BlazeFace(runtime);
        if (_options.Quality == DetectionQuality.Accurate) _second = new SsdFaces(runtime);
        _verifier = PlaceVerifier.OfFaces(runtime);
        string[] versions =
            [_strides.Version, _model.Version, .. _second is null ? default(ReadOnlySpan<string>) : [_second.Version], _verifier.Version];
        Info = new(Id, EntityTypes.Face) { Version = string.Join('+', versions) };
    }

    /// <inheritdoc/>
    public DetectorInfo Info { get; }

    private float Least => _second is null ? LeastFast : LeastAccurate;

    /// <inheritdoc/>
    public void Detect(ImageSource source, FindingSink<PixelBox> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var proposals = ViewMerge.Likeliest(ViewMerge.Merge(See(source)), Least, MostProposals);
        _verifier.Judge(source, proposals, s_fusion);
        foreach (var face in ViewMerge.Suppress(proposals))
        {
            var box = face.ToPixels().ClampTo(source.Width, source.Height);
            if (!box.IsEmpty && face.Score >= Least) findings.Add(new(EntityTypes.Face, box, face.Score, Id));
        }
    }

    /// <summary>Unloads the models.</summary>
    public void Dispose()
    {
        _strides.Dispose();
        _model.Dispose();
        _second?.Dispose();
        _verifier.Dispose();
    }

    /// <summary>Our model's scores are guesses of the overlap with a face, so they stay away from 0 and 1:
    /// makes them mean what BlazeFace's do.</summary>
    private void Sharpen(List<SeenBox> faces)
    {
        foreach (ref var face in CollectionsMarshal.AsSpan(faces))
        {
            var odds = face.Score / Math.Max(1 - face.Score, 1e-6f);
            face = face with { Score = 1 / (1 + MathF.Exp(StrideBias) / (odds * odds)) };
        }
        faces.RemoveAll(face => !(face.Score >= Least));
    }

    /// <summary>What our model sees, each level of BlazeFace and each view of the SSD is a witness of its own.</summary>
    private List<SeenBox> See(ImageSource source)
    {
        var faces = new List<SeenBox>();
        var number = 0;
        foreach (var level in FaceStrideViews.Of(source.Width, source.Height, _options.SmallestTile, fast: _second is null))
        {
            foreach (var view in level.Views) _strides.Detect(source, in view, number, faces);
            number++;
        }
        Sharpen(faces);
        var smallest = _options.SmallestTile;
        if (_second is null) smallest = Math.Max(smallest, Math.Max(NearTile, (int)(NearPart * Math.Max(source.Width, source.Height))));
        foreach (var level in FaceLevel.Of(source.Width, source.Height, smallest))
        {
            foreach (var view in level.Views)
                _model.Detect(source, in view, level.Doubt + (_second is null ? 0 : BesideSecond), number, faces);
            number++;
        }
        if (_second is null) return faces;
        foreach (var view in FaceViews.Of(source.Width, source.Height, SsdFaces.Side))
            _second.Detect(source, view with { Doubt = SsdFaces.DoubtOf(view) }, number++, faces);
        return faces;
    }
}
