using Xunit;

namespace Redaction.Text.Names.Tests;

/// <summary>One model for all tests.</summary>
[CollectionDefinition(Name)]
public sealed class LoadedModel : IDisposable, ICollectionFixture<LoadedModel>
{
    public const string Name = "model";

    public NamesDetector Detector { get; } = NamesDetector.Create();

    public void Dispose() => Detector.Dispose();
}
