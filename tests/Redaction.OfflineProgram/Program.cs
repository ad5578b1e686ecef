// A program that embeds the library: loads every model of images, then stays for some seconds, as one at work would.
// "bare" loads a model by ONNX Runtime alone, to show what the test that starts this program has to see.
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.ML.OnnxRuntime;
using Redaction.Image;
using Redaction.Onnx;

if (args is not [var way, var model, var seconds]) return 2;
if (way == "bare") Bare();
else Library();
return 0;

void Bare()
{
    using var session = new InferenceSession(File.ReadAllBytes(model));
    Stay();
}

[MethodImpl(MethodImplOptions.NoInlining)] // in a method of its own: the library's assembly must not even be loaded by the other way
static void LoadAll()
{
    using var tensor = OnnxTensor.Over("before-any-model", new float[1], 1);
    foreach (var manifest in ImageModels.Catalog.Manifests) ImageModels.Catalog.Load(manifest.Id).Dispose();
}

void Library()
{
    LoadAll();
    Stay();
}

void Stay() => Thread.Sleep(TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)));
