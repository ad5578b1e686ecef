using Redaction.Onnx;

namespace Redaction.Image;

/// <summary>Faces, by MediaPipe's BlazeFace (Bazarevsky et al. 2019, arXiv:1907.05047) on the whole image and on overlapping tiles,
/// since the model alone sees faces from about a tenth of its view upwards; with <see cref="DetectionQuality.Accurate"/> by an SSD with
/// MobileNetV1 beside it. A small net of ours then looks closely at each place that they propose.</summary>
/// <remarks>Thread-safe; holds the models. Scores are set so that a policy acts well from 0.5 upwards; findings below 0.2 are not reported.</remarks>
public sealed class FaceDetector : IImageDetector, IDisposable
{
    private const string Id = "face";
    private const float MinScore = 0.2f;
    private const float MinProposal = 0.08f;
    private const int MostProposals = 256;
    private const float BesideSecond = 0.8f; // BlazeFace's logits count for less where the surer model sees the same view
    private static readonly Fusion s_fast = new(0.4f, 0), s_accurate = new(0.4f, 0.3f);
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
            throw new ArgumentException($"There is no quality {(int)_options.Quality} (valid: {string.Join(", ", Enum.GetNames<DetectionQuality>())}).", nameof(options));
        _model = new BlazeFace(runtime);
        if (_options.Quality == DetectionQuality.Accurate) _second = new SsdFaces(runtime);
        _verifier = PlaceVerifier.OfFaces(runtime);
        Info = new(Id, EntityTypes.Face) { Version = _second is null ? $"{_model.Version}+{_verifier.Version}" : $"{_model.Version}+{_second.Version}+{_verifier.Version}" };
    }

    /// <inheritdoc/>
    public DetectorInfo Info { get; }

    /// <inheritdoc/>
    public void Detect(ImageSource source, FindingSink<PixelBox> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var proposals = ViewMerge.Likeliest(ViewMerge.Merge(See(source)), MinProposal, MostProposals);
        _verifier.Judge(source, proposals, _second is null ? s_fast : s_accurate);
        foreach (var face in ViewMerge.Suppress(proposals))
        {
            var box = face.ToPixels().ClampTo(source.Width, source.Height);
            if (!box.IsEmpty && face.Score >= MinScore) findings.Add(new(EntityTypes.Face, box, face.Score, Id));
        }
    }

    /// <summary>Unloads the models.</summary>
    public void Dispose()
    {
        _model.Dispose();
        _second?.Dispose();
        _verifier.Dispose();
    }

    /// <summary>Each level of BlazeFace and each view of the SSD is a witness of its own.</summary>
    private List<SeenBox> See(ImageSource source)
    {
        var faces = new List<SeenBox>();
        var number = 0;
        foreach (var level in FaceLevel.Of(source.Width, source.Height, _options.SmallestTile))
        {
            foreach (var view in level.Views) _model.Detect(source, in view, level.Doubt + (_second is null ? 0 : BesideSecond), number, faces);
            number++;
        }
        if (_second is null) return faces;
        foreach (var view in FaceViews.Of(source.Width, source.Height, SsdFaces.Side)) _second.Detect(source, view with { Doubt = SsdFaces.DoubtOf(view) }, number++, faces);
        return faces;
    }
}
