using System.Collections.Immutable;
using Redaction.Onnx;

namespace Redaction.Image;

/// <summary>The built-in image detectors.</summary>
public static class ImageDetectors
{
    /// <summary>Loads all of them: <c>face</c>.</summary>
    /// <remarks>Costs tens of milliseconds for the models; make them once and share them between threads.</remarks>
    /// <exception cref="RedactionException">A model or ONNX Runtime is missing (<see cref="ErrorCodes.MissingDependency"/>).</exception>
    public static ImmutableArray<IImageDetector> CreateAll(OnnxOptions? runtime = null, FaceOptions? faces = null) => [new FaceDetector(runtime, faces)];
}
