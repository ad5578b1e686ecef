using Redaction.Image;
using Redaction.Text;

namespace Redaction.Documents.Pdf;

/// <summary>Images of JPEG 2000 and JBIG2, as plain samples: other programs decode them.</summary>
internal sealed class PackedPicture(PdfFile file, DocumentJob job)
{
    private const string Why = "Images of JPEG 2000 are read with ffmpeg: install it, or let the policy erase them.";
    private const long LargestPicture = 1L << 30;

    /// <summary>Where the header of a PNG says how its colours are: 0 and 4 are greys.</summary>
    private const int PngColorType = 25;

    /// <summary>The image without its packing; null where it cannot be read.</summary>
    /// <param name="stream">The image.</param>
    /// <param name="data">What its last filter packs.</param>
    /// <param name="filter">The last filter.</param>
    /// <exception cref="RedactionException">There is no program for it, and what is not searched is refused.</exception>
    public PdfStream? Plain(PdfStream stream, ReadOnlyMemory<byte> data, string? filter)
    {
        try
        {
            return filter switch
            {
                "JPXDecode" => Jpeg2000(stream, data),
                "JBIG2Decode" => Jbig2(stream, data),
                _ => null,
            };
        }
        catch (RedactionException e) when (e.Code == ErrorCodes.MissingDependency && job.Account.Choice != UnsearchedChoice.Refuse)
        {
            return null;
        }
    }

    private PdfStream? Jbig2(PdfStream stream, ReadOnlyMemory<byte> data)
    {
        var (width, height) = (file.Number(stream.Dictionary["Width"], 0), file.Number(stream.Dictionary["Height"], 0));
        if ((long)width * height > PdfFilters.Largest * 8L) return null;
        var parameters = PdfFilters.Of(file, stream.Dictionary)[^1].Parameters;
        ReadOnlyMemory<byte> shared = default;
        if (parameters is not null && file.Resolve(parameters["JBIG2Globals"]) is PdfStream globals)
        {
            if (PdfFilters.Decode(file, globals, out _) is not { } segments) return null;
            shared = segments;
        }
        if (Jbig2Program.Decode(data, shared, width, height, job.Cancellation) is not { } samples) return null;
        var dictionary = Unpacked(stream);
        dictionary["BitsPerComponent"] = new PdfNumber(1);
        return new(dictionary, samples);
    }

    /// <summary>What is decoded is grey or red, green and blue, of eight bits, whatever space the file has them in.</summary>
    private PdfStream? Jpeg2000(PdfStream stream, ReadOnlyMemory<byte> data)
    {
        var space = stream.Dictionary["ColorSpace"];
        if (file.List(space).Count > 0 && PictureColor.Of(file, space) is not { IsIndexed: false, Count: 1 or 3 }) return null;
        if (Png(data) is not { } png) return null;
        var picture = ImageFileRedactor.Decode(new MemoryStream(png, writable: false), new VipsCodec(), ImageFileOptions.Default);
        var channels = png[PngColorType] is 0 or 4 ? 1 : 3;
        var samples = new byte[picture.Width * picture.Height * channels];
        for (var (y, at) = (0, 0); y < picture.Height; y++)
        {
            var row = picture.Page(0).Row(y);
            for (var x = 0; x < picture.Width; x++)
                for (var c = 0; c < channels; c++) samples[at++] = row[x * picture.Channels + c];
        }
        var dictionary = Unpacked(stream).Without("Decode", "SMaskInData");
        dictionary["ColorSpace"] = new PdfName(channels == 1 ? "DeviceGray" : "DeviceRGB");
        dictionary["BitsPerComponent"] = new PdfNumber(8);
        (dictionary["Width"], dictionary["Height"]) = (new PdfNumber(picture.Width), new PdfNumber(picture.Height));
        return new(dictionary, samples);
    }

    private byte[]? Png(ReadOnlyMemory<byte> data)
    {
        try
        {
            using var process = FfmpegProgram.Find(Why).Filter(
                ["-f", "j2k_pipe", "-i", "pipe:0", "-frames:v", "1", "-f", "image2pipe", "-c:v", "png", "pipe:1"], job.Cancellation);
            var feed = Task.Run(() => process.Feed(data), job.Cancellation);
            var png = new MemoryStream();
            var buffer = new byte[1 << 16];
            for (int read; (read = process.Output.Read(buffer)) > 0 && png.Length < LargestPicture;) png.Write(buffer, 0, read);
            feed.Wait(job.Cancellation);
            process.Finish();
            return png.Length > PngColorType ? png.ToArray() : null;
        }
        catch (RedactionException e) when (e.Code == ErrorCodes.Malformed)
        {
            return null;
        }
    }

    private static PdfDictionary Unpacked(PdfStream stream) =>
        stream.Dictionary.Without("Filter", "DecodeParms", "Length", "Metadata");
}
