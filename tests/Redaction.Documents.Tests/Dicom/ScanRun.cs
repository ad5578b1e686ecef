using Redaction.Documents.Dicom;
using Redaction.Image;
using Redaction.Text;

namespace Redaction.Documents.Tests.Dicom;

/// <summary>Redacts DICOM files with the pattern detectors and a stand-in for the image side.</summary>
internal static class ScanRun
{
    private static readonly RedactionPolicy s_policy = new("test", new PolicyRule("label"));

    /// <summary>A root key for tests.</summary>
    public static RedactionKey Key { get; } = new(Enumerable.Range(7, 32).Select(static n => (byte)(n * 37)).ToArray());

    /// <summary>All encodings.</summary>
    public static DicomSyntax[] Syntaxes { get; } =
        [DicomSyntax.ImplicitLittle, DicomSyntax.ExplicitLittle, DicomSyntax.ExplicitBig, DicomSyntax.Deflated];

    private static readonly TextRedactor[] s_redactors = [.. Enum.GetValues<UnsearchedChoice>()
        .Select(static choice => new TextRedactor(s_policy, [.. TextDetectors.All], TextOperators.All) { Unsearched = choice })];

    /// <summary>The redacted file.</summary>
    public static byte[] Redact(
        byte[] file, DicomSettings? settings = null, Boxes? reader = null, UnsearchedChoice choice = UnsearchedChoice.Refuse,
        RedactionObserver? observer = null)
    {
        using var output = new MemoryStream();
        var job = new DocumentJob(s_redactors[(int)choice]) { Observer = observer ?? RedactionObserver.None };
        new DicomFormat().Redact(new MemoryStream(file), output, job, new Reader(settings, reader));
        return output.ToArray();
    }

    /// <summary>The value of an element of the top level, as text; null where it is not there.</summary>
    public static string? Text(byte[] file, uint tag)
    {
        var read = DicomFileReader.Read(file);
        return read.Dataset.Find(tag) is { } element ? DicomValues.Ascii(element.In(read.Source)) : null;
    }

    /// <summary>The value of an element of the top level.</summary>
    public static byte[] Bytes(byte[] file, uint tag)
    {
        var read = DicomFileReader.Read(file);
        return read.Dataset.Find(tag)!.In(read.Source).ToArray();
    }

    /// <summary>Sees written text in a frame: what is to be painted in a picture of a number.</summary>
    internal delegate IEnumerable<PixelBox> Boxes(FramePicture picture);

    /// <summary>Takes the pictures that frames are handed on as.</summary>
    private sealed class Reader(DicomSettings? settings, Boxes? boxes) : IPartRedactor
    {
        private readonly DicomKeys _keys = new(Key, "test");

        public bool ReadsPictures => boxes is not null;

        public TSettings? Settings<TSettings>()
            where TSettings : class => typeof(TSettings) == typeof(DicomKeys) ? _keys as TSettings : settings as TSettings;

        public bool Redact(FilePart part, Stream input, Stream output, RedactionObserver observer)
        {
            if (boxes is null || part.MediaType != "image/tiff") return false;
            var file = ((MemoryStream)input).ToArray();
            int Entry(int index) => BitConverter.ToInt32(file, 8 + 2 + index * 12 + 8);
            var (width, height, channels) = (Entry(0), Entry(1), Entry(6) & 0xFFFF);
            var picture = new FramePicture(file[Entry(5)..], width, height, channels);
            var items = boxes(picture).Select(static b =>
                new PlannedRedaction<PixelBox>(new Finding<PixelBox>(EntityTypes.WrittenText, b, 1f, "test"), 0, "fill"));
            observer.OnPlan(default, new RedactionPlan<PixelBox>("test", [.. items], 0), []);
            return true;
        }
    }
}
