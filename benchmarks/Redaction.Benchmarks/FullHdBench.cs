using BenchmarkDotNet.Attributes;
using Redaction.Image;

namespace Redaction.Benchmarks;

/// <summary>The stages of a JPEG photograph of 1920 by 1080 pixels, in and out, on one thread: three persons, enlarged.</summary>
public class FullHdBench
{
    private readonly VipsCodec _codec = new();
    private readonly IImageDetector _faces = ImageDetectors.Create("face"), _plates = ImageDetectors.Create("plate");
    private readonly FindingSink<PixelBox> _sink = new();
    private byte[] _file = [];
    private DecodedImage? _image;
    private RedactionPlan<PixelBox>? _plan;
    private ImageRedactor? _redactor, _known;

    [GlobalSetup]
    public void SetUp()
    {
        const int width = 1920, height = 1080;
        var small = File.ReadAllBytes(Samples.PathOf("photos", "crew.jpg"));
        var photo = _codec.Decode(small, ImageFormats.Jpeg, ImageFileOptions.Default);
        var pixels = new byte[width * height * 3];
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                photo.Page(0).Row(y * photo.Height / height).Slice(x * photo.Width / width * photo.Channels, 3)
                    .CopyTo(pixels.AsSpan((y * width + x) * 3));
        using var file = new MemoryStream();
        _codec.Encode(new(ImageFormats.Jpeg, pixels, width, height, 3), file, ImageFileOptions.Default);
        _file = file.ToArray();
        _image = (DecodedImage)Decode();
        _redactor = new(new("bench", new PolicyRule("fill")), [_faces, _plates], ImageOperators.All);
        _plan = _redactor.Plan(_image.Page(0).AsSource());
        _known = new(_redactor.Policy, [new Known(_plan)], ImageOperators.All);
        _redactor.Paint(_image.Page(0), _plan);
        _image.Painted = [.. _plan.Items.Select(static i => i.Finding.Region)];
    }

    [Benchmark]
    public object Decode() => _codec.Decode(_file, ImageFormats.Jpeg, ImageFileOptions.Default);

    [Benchmark]
    public int Faces() => Find(_faces);

    [Benchmark]
    public int Plates() => Find(_plates);

    [Benchmark]
    public void Mask() => _redactor!.Paint(_image!.Page(0), _plan!);

    [Benchmark]
    public void Encode() => _codec.Encode(_image!, Stream.Null, ImageFileOptions.Default);

    /// <summary>All that is done but looking for faces and plates.</summary>
    [Benchmark]
    public void DecodeMaskEncode() => Redact(_known!);

    [Benchmark]
    public void All() => Redact(_redactor!);

    /// <summary>Four photographs, two at a time.</summary>
    [Benchmark(OperationsPerInvoke = 4)]
    public void AllOnTwoCores() => Parallel.For(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 2 }, _ => Redact(_redactor!));

    private void Redact(ImageRedactor redactor) =>
        new ImageFileRedactor(redactor, _codec).Redact(new MemoryStream(_file), new MemoryStream());

    private int Find(IImageDetector detector)
    {
        _sink.Clear();
        detector.Detect(_image!.Page(0).AsSource(), _sink);
        return _sink.Count;
    }

    /// <summary>Finds what a plan holds.</summary>
    private sealed class Known(RedactionPlan<PixelBox> plan) : IImageDetector
    {
        public DetectorInfo Info { get; } = new("known", [EntityTypes.Face, EntityTypes.LicensePlate]);

        public void Detect(ImageSource source, FindingSink<PixelBox> findings)
        {
            foreach (ref readonly var item in plan.Items.AsSpan()) findings.Add(item.Finding);
        }
    }
}
