// A program that embeds the library: loads every model of images, then stays for some seconds, as one at work would.
// "bare" loads a model by ONNX Runtime alone, to show what the test that starts this program has to see.
using System.Globalization;
using Microsoft.ML.OnnxRuntime;
using Redaction.Image;
using Redaction.Onnx;

if (args is not [var way, var model, var seconds]) return 2;
if (way == "bare")
{
    using var session = new InferenceSession(File.ReadAllBytes(model));
    Stay();
    return 0;
}
using (OnnxTensor.Over("before-any-model", new float[1], 1))
{
    foreach (var manifest in ImageModels.Catalog.Manifests) ImageModels.Catalog.Load(manifest.Id).Dispose();
    Stay();
}
return 0;

void Stay() => Thread.Sleep(TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)));
