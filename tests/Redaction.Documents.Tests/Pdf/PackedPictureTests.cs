using System.Buffers.Binary;
using Redaction.Documents.Pdf;
using Redaction.Image;
using Xunit;

namespace Redaction.Documents.Tests.Pdf;

/// <summary>Pictures of JBIG2 and JPEG 2000: a black bar on white, 64 pixels wide and high.</summary>
public sealed class PackedPictureTests
{
    private const int Side = 64;
    private static readonly PixelBox s_bar = new(16, 16, 32, 16), s_found = new(0, 0, 8, 8);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Jbig2_IsSearchedAndPaintedInItsSamples(bool isShared)
    {
        if (PdfBed.Run("jbig2dec", [], "--version") is null) return;
        var builder = new PdfBuilder();
        byte[] comment = Segment(number: 0, type: 62, [0x20, 0, 0, 0, 0, 0], page: 0);
        var globals = isShared ? $"/DecodeParms<</JBIG2Globals {builder.Stream("", comment)}>>" : "";
        var entries = $"/Width {Side}/Height {Side}/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/JBIG2Decode{globals}";

        var (seen, picture) = Redact(builder, entries, [.. PageSegment(), .. RegionSegment()]);

        Assert.Equal(s_bar, seen);
        AssertPainted(picture, static (data, x, y) => (data[y * Side / 8 + x / 8] >> (7 - x % 8) & 1) == 0);
    }

    [Theory]
    [InlineData("gray", "", 1)]
    [InlineData("rgb24", "/ColorSpace/DeviceRGB/BitsPerComponent 8", 3)]
    public void Jpeg2000_IsSearchedAndPaintedInItsSamples(string format, string space, int channels)
    {
        var pixels = new byte[Side * Side * channels];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = s_bar.Overlaps(new(i / channels % Side, i / channels / Side, 1, 1)) ? (byte)0 : (byte)255;
        using var folder = new TestKit.TemporaryFolder();
        var packed = folder.PathOf("bar.j2k");
        if (PdfBed.Run("ffmpeg", pixels, "-v", "error", "-f", "rawvideo", "-pix_fmt", format, "-s", $"{Side}x{Side}", "-i", "{}",
            "-c:v", "jpeg2000", "-pred", "dwt53", packed) is null) return;

        var (seen, picture) = Redact(new(), $"/Width {Side}/Height {Side}{space}/Filter/JPXDecode", File.ReadAllBytes(packed));

        Assert.Equal(s_bar, seen);
        AssertPainted(picture, (data, x, y) => data[(y * Side + x) * channels] == 0);
    }

    [Theory]
    [InlineData("JBIG2Decode")]
    [InlineData("JPXDecode")]
    public void Broken_IsRefused(string filter)
    {
        var builder = new PdfBuilder();
        var entries = $"/Width {Side}/Height {Side}/Filter/{filter}";
        var failure = Assert.Throws<RedactionException>(() => Redact(builder, entries, new byte[99]));

        Assert.Contains(failure.Code, (string[])[ErrorCodes.Unsearched, ErrorCodes.MissingDependency]);
    }

    private static void AssertPainted(ReadOnlyMemory<byte> picture, Func<ReadOnlySpan<byte>, int, int, bool> isBlack)
    {
        for (var y = 0; y < Side; y++)
            for (var x = 0; x < Side; x++)
                Assert.Equal(s_bar.Overlaps(new(x, y, 1, 1)) || s_found.Overlaps(new(x, y, 1, 1)), isBlack(picture.Span, x, y));
    }

    private static (PixelBox Seen, ReadOnlyMemory<byte> Picture) Redact(PdfBuilder builder, string entries, byte[] data)
    {
        builder.Resources = "/XObject<</X " + builder.Stream("/Type/XObject/Subtype/Image" + entries, data) + ">>";
        builder.Content = "q 100 0 0 100 50 500 cm /X Do Q";
        var reader = new BarReader();
        var file = PdfFile.Open(PdfBed.Redact(builder.Build(), reader), []);
        var images = file.Numbers.Select(file.Get).OfType<PdfStream>().Where(s => file.Name(s.Dictionary["Subtype"]) == "Image");
        return (reader.Seen, PdfFilters.Decode(file, images.Single(), out _)!.Value);
    }

    private static byte[] PageSegment()
    {
        var page = new byte[19];
        BinaryPrimitives.WriteInt32BigEndian(page, Side);
        BinaryPrimitives.WriteInt32BigEndian(page.AsSpan(4), Side);
        return Segment(number: 1, type: 48, page);
    }

    /// <summary>A generic region, coded as fax (ITU-T T.6).</summary>
    private static byte[] RegionSegment()
    {
        const string same = "1", twice = "111", begin = "001" + "101010" + "000001101010" + "1", end = "0001" + "1";
        var bits = string.Concat(Enumerable.Range(0, Side).Select(static y => y == s_bar.Y ? begin
            : y > s_bar.Y && y < s_bar.Bottom ? twice : y == s_bar.Bottom ? end : same)) + "000000000001000000000001";
        bits = bits.PadRight((bits.Length + 7) / 8 * 8, '0');
        var fax = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2));
        var region = new byte[18];
        BinaryPrimitives.WriteInt32BigEndian(region, Side);
        BinaryPrimitives.WriteInt32BigEndian(region.AsSpan(4), Side);
        region[17] = 1;
        return Segment(number: 2, type: 38, [.. region, .. fax]);
    }

    private static byte[] Segment(int number, byte type, byte[] data, byte page = 1)
    {
        var head = new byte[11];
        BinaryPrimitives.WriteInt32BigEndian(head, number);
        (head[4], head[6]) = (type, page);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(7), data.Length);
        return [.. head, .. data];
    }

    /// <summary>Notes where a picture is dark, and finds its upper left corner.</summary>
    private sealed class BarReader : IPartRedactor
    {
        public PixelBox Seen { get; private set; }

        public bool Redact(FilePart part, Stream input, Stream output, RedactionObserver observer)
        {
            var picture = ImageFileRedactor.Decode(input, new VipsCodec(), ImageFileOptions.Default);
            var dark = Enumerable.Range(0, picture.Width * picture.Height).Select(i => (X: i % picture.Width, Y: i / picture.Width))
                .Where(p => picture.Page(0).Row(p.Y)[p.X * picture.Channels] < 128).ToArray();
            Seen = PixelBox.FromBounds(dark.Min(static p => p.X), dark.Min(static p => p.Y),
                dark.Max(static p => p.X) + 1, dark.Max(static p => p.Y) + 1);
            var item = new PlannedRedaction<PixelBox>(new Finding<PixelBox>(EntityTypes.WrittenText, s_found, 1f, "test"), 0, "fill");
            observer.OnPlan(default, new RedactionPlan<PixelBox>("test", [item], 0), []);
            input.Position = 0;
            input.CopyTo(output);
            return true;
        }
    }
}
