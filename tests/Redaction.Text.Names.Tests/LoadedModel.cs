using Xunit;

namespace Redaction.Text.Names.Tests;

/// <summary>One model of each quality for all tests.</summary>
[CollectionDefinition(Name)]
public sealed class LoadedModel : IDisposable, ICollectionFixture<LoadedModel>
{
    public const string Name = "model";

    public NamesDetector Detector { get; } = NamesDetector.Create();

    public NamesDetector Accurate { get; } = NamesDetector.Create(quality: DetectionQuality.Accurate);

    public NamesDetector Of(DetectionQuality quality) => quality == DetectionQuality.Accurate ? Accurate : Detector;

    public void Dispose()
    {
        Detector.Dispose();
        Accurate.Dispose();
    }
}
