using Redaction.Image;
using Redaction.Text;

namespace Redaction.Documents.Pdf;

/// <summary>Hands an image to the reader of pictures, and puts what it found into the samples as they are stored.</summary>
internal sealed class PictureReader(PdfFile file, DocumentJob job, IPartRedactor parts)
{
    /// <summary>So few pixels show nobody and no word.</summary>
    private const int Smallest = 8;

    /// <summary>Looks into an image.</summary>
    /// <param name="stream">The image.</param>
    /// <param name="page">The page that shows it first.</param>
    /// <param name="path">Where it stands.</param>
    public PictureResult Read(PdfStream stream, int page, string path)
    {
        var (width, height) = (file.Number(stream.Dictionary["Width"], 0), file.Number(stream.Dictionary["Height"], 0));
        if (width < Smallest || height < Smallest)
        {
            job.Account.AddStructure(stream.Data.Length);
            return PictureResult.Unchanged;
        }
        if (Unpack(stream) is var (plain, data, filter))
        {
            var found = new FoundBoxes(job.Observer, job.Account, path, page);
            var result = filter is "DCTDecode" or "DCT" ? Jpeg(stream, data, found)
                : filter is null && StoredPicture.Of(file, plain.Dictionary, data) is { } stored ? Samples(plain, stored, found) : null;
            if (result is not null)
            {
                job.Account.AddEmbedded(stream.Data.Length);
                return result;
            }
        }
        var choice = job.Account.Choice;
        job.Account.AddUnsearched(new("picture", stream.Data.Length, choice) { Path = path });
        return choice == UnsearchedChoice.Erase ? new([], null, IsErased: true) : PictureResult.Unchanged;
    }

    /// <summary>The image with plain samples or a JPEG, and the filter that is still on; null where nothing reads it.</summary>
    private (PdfStream Plain, ReadOnlyMemory<byte> Data, string? Filter)? Unpack(PdfStream stream)
    {
        if (PdfFilters.Decode(file, stream, out var filter) is not { } data) return null;
        if (new PackedPicture(file, job).Plain(stream, data, filter) is { } plain) return (plain, plain.Data, null);
        return (stream, data, filter);
    }

    private PictureResult? Jpeg(PdfStream stream, ReadOnlyMemory<byte> data, FoundBoxes found)
    {
        var plain = JpegSegments.WithoutMetadata(data.Span);
        if (Redact("image/jpeg", plain, found) is not { } redacted) return null;
        if (found.IsEmpty)
            return new([], plain.Length == data.Length ? null : JpegSegments.Stream(file, stream, plain, isSame: true), false);
        return new(found.Boxes(file.Number(stream.Dictionary["Width"], 1), file.Number(stream.Dictionary["Height"], 1)),
            JpegSegments.Stream(file, stream, redacted, isSame: false), false);
    }

    private PictureResult? Samples(PdfStream stream, StoredPicture stored, FoundBoxes found)
    {
        var (pixels, channels) = stored.Pixels();
        if (Redact("image/png", Png.Write(pixels, stored.Width, stored.Height, channels), found) is not { } redacted) return null;
        if (found.IsEmpty) return PictureResult.Unchanged;
        foreach (var box in found.Pixels) stored.Paint(box);
        PaintChanged(stored, pixels, channels, redacted);
        return new(found.Boxes(stored.Width, stored.Height), stored.Stream(stream.Dictionary), false);
    }

    /// <summary>What the operator painted beyond the boxes of its findings.</summary>
    private static void PaintChanged(StoredPicture stored, byte[] pixels, int channels, byte[] redacted)
    {
        var after = Decode(redacted);
        if (after.Width != stored.Width || after.Height != stored.Height) return;
        var page = after.Page(0);
        for (var y = 0; y < stored.Height; y++)
        {
            var row = page.Row(y);
            for (var x = 0; x < stored.Width; x++)
                for (var c = 0; c < 3; c++)
                    if (row[x * page.Channels + c] != pixels[(y * stored.Width + x) * channels + (channels == 1 ? 0 : c)])
                    {
                        stored.Paint(new(x, y, 1, 1));
                        break;
                    }
        }
    }

    private byte[]? Redact(string mediaType, byte[] data, FoundBoxes found)
    {
        using var input = new MemoryStream(data, writable: false);
        using var output = new MemoryStream();
        return parts.Redact(new(null, mediaType), input, output, found) ? output.ToArray() : null;
    }

    private static DecodedImage Decode(byte[] data) =>
        ImageFileRedactor.Decode(new MemoryStream(data, writable: false), new VipsCodec(), ImageFileOptions.Default);

    /// <summary>The image with boxes of its unit square painted; null where that cannot be done.</summary>
    public PdfStream? Paint(PdfStream stream, IReadOnlyList<PageBox> boxes)
    {
        if (Unpack(stream) is not var (plain, data, filter)) return null;
        if (filter is null)
        {
            if (StoredPicture.Of(file, plain.Dictionary, data) is not { } stored) return null;
            foreach (var box in boxes) stored.Paint(FoundBoxes.Pixel(box, stored.Width, stored.Height));
            return stored.Stream(plain.Dictionary);
        }
        if (filter is not ("DCTDecode" or "DCT")) return null;
        try
        {
            var image = Decode(JpegSegments.WithoutMetadata(data.Span));
            var painted = boxes.Select(b => FoundBoxes.Pixel(b, image.Width, image.Height)).Where(static b => !b.IsEmpty).ToArray();
            if (painted.Length == 0) return stream;
            foreach (var box in painted)
                for (var y = box.Y; y < box.Bottom; y++)
                    image.Page(0).Row(y)[(box.X * image.Channels)..(box.Right * image.Channels)].Clear();
            image.Painted = [.. painted];
            var output = new MemoryStream();
            new VipsCodec().Encode(image, output, ImageFileOptions.Default);
            return JpegSegments.Stream(file, stream, output.ToArray(), isSame: false);
        }
        catch (RedactionException)
        {
            return null;
        }
    }
}
