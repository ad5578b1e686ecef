// Writes what FaceDetector proposes with the fast quality before the verifier looks.
// Paths of images on standard input; argument: the file to write. Sees internals of Redaction.Image:
// build it into an assembly named Redaction.Image.Tests.
using System.Runtime.InteropServices;
using System.Text.Json;
using Redaction.Image;

const float Least = 0.05f, StrideBias = 2f, NearPart = 0.4f;
const int Most = 256, NearTile = 512;
var codec = new VipsCodec();
using var strides = new StrideModel(StrideModel.Faces, null);
using var blaze = new BlazeFace(null);
using var file = new StreamWriter(args[0]);
while (Console.ReadLine() is { } path)
{
    var data = File.ReadAllBytes(path);
    var image = codec.Decode(data, ImageFormats.Sniff(data)!, ImageFileOptions.Default);
    var source = image.Page(0).AsSource();
    var faces = new List<SeenBox>();
    var number = 0;
    foreach (var level in FaceStrideViews.Of(source.Width, source.Height, 320, fast: true))
    {
        foreach (var view in level.Views) strides.Detect(source, in view, number, faces);
        number++;
    }
    foreach (ref var face in CollectionsMarshal.AsSpan(faces))
    {
        var odds = face.Score / Math.Max(1 - face.Score, 1e-6f);
        face = face with { Score = 1 / (1 + MathF.Exp(StrideBias) / (odds * odds)) };
    }
    faces.RemoveAll(static face => !(face.Score >= Least));
    var smallest = Math.Max(NearTile, (int)(NearPart * Math.Max(source.Width, source.Height)));
    foreach (var level in FaceLevel.Of(source.Width, source.Height, smallest))
    {
        foreach (var view in level.Views) blaze.Detect(source, in view, level.Doubt, number, faces);
        number++;
    }
    var proposals = ViewMerge.Likeliest(ViewMerge.Merge(faces), Least, Most);
    file.WriteLine(
        JsonSerializer.Serialize(
            new { image = path, boxes = proposals.Select(static b => new[] { b.Left, b.Top, b.Right, b.Bottom, b.Score }) }));
}
