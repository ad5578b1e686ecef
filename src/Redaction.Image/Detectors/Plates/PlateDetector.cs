using Redaction.Onnx;

namespace Redaction.Image;

/// <summary>Licence plates, by a model of ours on the whole image and on its pixels in overlapping tiles.</summary>
/// <remarks>Thread-safe; holds a model. Scores are set so that a policy acts well from 0.5 upwards; findings below 0.3 are not reported.</remarks>
public sealed class PlateDetector : IImageDetector, IDisposable
{
    private const string Id = "plate";
    private const float MinScore = 0.3f;
    private readonly StrideModel _model;

    /// <summary>Loads the model.</summary>
    /// <exception cref="RedactionException">The model or ONNX Runtime is missing (<see cref="ErrorCodes.MissingDependency"/>).</exception>
    public PlateDetector(OnnxOptions? runtime = null)
    {
        _model = new StrideModel(StrideModel.Plates, runtime);
        Info = new(Id, EntityTypes.LicensePlate) { Version = _model.Version };
    }

    /// <inheritdoc/>
    public DetectorInfo Info { get; }

    /// <inheritdoc/>
    public void Detect(ImageSource source, FindingSink<PixelBox> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var plates = new List<SeenBox>();
        var number = 0;
        foreach (var view in PlateViews.Of(source.Width, source.Height)) _model.Detect(source, in view, number++, plates);
        foreach (var plate in ViewMerge.Merge(plates))
        {
            var box = plate.ToPixels().ClampTo(source.Width, source.Height);
            if (!box.IsEmpty && plate.Score >= MinScore) findings.Add(new(EntityTypes.LicensePlate, box, plate.Score, Id));
        }
    }

    /// <summary>Unloads the model.</summary>
    public void Dispose() => _model.Dispose();
}
