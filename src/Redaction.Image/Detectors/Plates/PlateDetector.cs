using Redaction.Onnx;

namespace Redaction.Image;

/// <summary>Licence plates, by a model of ours on the whole image and close up in overlapping tiles;
/// a second one looks closely at each place that the first proposes.</summary>
/// <remarks>Thread-safe; holds the models. Scores are set so that a policy acts well from 0.5 upwards;
/// findings below 0.1 are not reported.</remarks>
internal sealed class PlateDetector : IImageDetector, IDisposable
{
    private const string Id = "plate";
    private const float MinScore = 0.1f;
    private const float MinProposal = 0.15f;
    private const int MostProposals = 96;
    private static readonly Fusion s_fusion = new(0.4f, -0.9f);
    private readonly StrideModel _model;
    private readonly PlaceVerifier _verifier;
    private const float LeastDoubtful = 0.15f, MostDoubtful = 0.9f; // scores of what is read
    private const float Readable = 14; // height in pixels
    private const int MostRead = 8;
    private readonly DetectionQuality _quality;
    private readonly IPlateJudge? _judge;

    /// <summary>Loads the models.</summary>
    /// <param name="runtime">How they run.</param>
    /// <param name="quality">With accurate, large images are looked at pixel by pixel too,
    /// which takes three times as long and finds smaller plates.</param>
    /// <param name="judge">Is asked about doubtful places; disposed of with the detector. Null: nothing is read.</param>
    /// <exception cref="ArgumentException">There is no such quality.</exception>
    /// <exception cref="RedactionException">A model or ONNX Runtime is missing (<see cref="ErrorCodes.MissingDependency"/>).</exception>
    public PlateDetector(
        OnnxOptions? runtime = null, DetectionQuality quality = DetectionQuality.Balanced, IPlateJudge? judge = null)
    {
        if (!Enum.IsDefined(quality))
            throw new ArgumentException(
                $"There is no quality {(int)quality} (valid: {string.Join(", ", Enum.GetNames<DetectionQuality>())}).");
        (_quality, _judge) = (quality, judge);
        _model = new StrideModel(StrideModel.Plates, runtime);
        _verifier = PlaceVerifier.OfPlates(runtime);
        var version = $"{_model.Version}+{_verifier.Version}" + (judge is null ? "" : $"+{judge.Id}");
        Info = new(Id, EntityTypes.LicensePlate) { Version = version };
    }

    /// <inheritdoc/>
    public DetectorInfo Info { get; }

    /// <inheritdoc/>
    public void Detect(ImageSource source, FindingSink<PixelBox> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (source.Context.Known is ITechnicalPicture) return;
        var plates = new List<SeenBox>();
        var number = 0;
        foreach (var (view, least) in PlateViews.Of(source.Width, source.Height, _quality))
        {
            _model.Detect(source, in view, number, plates);
            plates.RemoveAll(plate => plate.View == number && plate.Width < least);
            number++;
        }
        var proposals = ViewMerge.Likeliest(ViewMerge.Merge(plates), MinProposal, MostProposals);
        _verifier.Judge(source, proposals, s_fusion);
        var read = 0;
        foreach (var seen in ViewMerge.Suppress(proposals))
        {
            var isDoubtful = seen.Score is >= LeastDoubtful and <= MostDoubtful && seen.Height >= Readable;
            var plate = _judge is not null && isDoubtful && read++ < MostRead ? Judged(source, in seen, _judge) : seen;
            var box = plate.ToPixels().ClampTo(source.Width, source.Height);
            if (!box.IsEmpty && plate.Score >= MinScore) findings.Add(new(EntityTypes.LicensePlate, box, plate.Score, Id));
        }
    }

    private static SeenBox Judged(ImageSource source, in SeenBox plate, IPlateJudge judge)
    {
        var logit = MathF.Log(plate.Score / (1 - plate.Score)) + judge.Judge(source, in plate);
        return plate with { Score = 1 / (1 + MathF.Exp(-logit)) };
    }

    /// <summary>Unloads the models.</summary>
    public void Dispose()
    {
        (_judge as IDisposable)?.Dispose();
        _model.Dispose();
        _verifier.Dispose();
    }
}
