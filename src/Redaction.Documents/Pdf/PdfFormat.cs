using System.Collections.Immutable;
using System.Globalization;
using Redaction.Text;

namespace Redaction.Documents.Pdf;

/// <summary>Portable documents. See README.md in this folder.</summary>
internal sealed class PdfFormat : IContainerFormat
{
    private const int Largest = 1 << 30;

    /// <inheritdoc/>
    public string Id => "pdf";

    /// <inheritdoc/>
    public string Description =>
        "PDF: values are taken out of the pages, and boxes drawn there; images and attached files are redacted by their own formats.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".pdf"];

    /// <inheritdoc/>
    public ImmutableArray<string> MediaTypes { get; } = ["application/pdf"];

    /// <inheritdoc/>
    bool IFileFormat.Recognises(ReadOnlySpan<byte> head, string name) => head[..Math.Min(head.Length, 1024)].IndexOf("%PDF-"u8) >= 0;

    /// <inheritdoc/>
    /// <remarks>Without a reader of pictures, images are what nothing can search.</remarks>
    public void Redact(Stream input, Stream output, DocumentJob job) => Redact(input, output, job, new TextParts(job));

    /// <inheritdoc/>
    public void Redact(Stream input, Stream output, DocumentJob job, IPartRedactor parts)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(parts);
        job = job.Begin("bytes");
        var bytes = Read(input, job.Cancellation);
        try
        {
            Run(bytes, output, job, parts);
        }
        catch (Exception e) when (e is not (RedactionException or OperationCanceledException or IOException or OutOfMemoryException))
        {
            throw new RedactionException(ErrorCodes.Malformed, Id, "The file is broken in a way that cannot be repaired.", e.GetType());
        }
        finally
        {
            bytes.Span.Clear();
        }
        if (Unreadable(job.Account) is > 0 and var glyphs)
            throw new RedactionException(ErrorCodes.Unsearched, Id, string.Create(CultureInfo.InvariantCulture,
                $"{glyphs} glyphs are of fonts that do not say what they read: 'pdf: {{ rasterise: unreadable }}' in the policy writes "
                + $"such a file as redacted pictures of its pages, and 'unsearched' may say erase or keep."));
        job.End(this);
    }

    /// <summary>Glyphs that nothing could read, where they are all for which the file is refused.</summary>
    private static long Unreadable(SearchLedger account)
    {
        var glyphs = account.Places.Where(static p => p is { Kind: "unreadable-font", Done: UnsearchedChoice.Refuse })
            .Sum(static p => p.Amount);
        return glyphs == account.Refused ? glyphs : 0;
    }

    private static void Run(ReadOnlyMemory<byte> bytes, Stream output, DocumentJob job, IPartRedactor parts)
    {
        var file = PdfFile.Open(bytes, parts.Settings<FilePasswords>()?.Values ?? []);
        using var fonts = new PdfFonts(file);
        var pages = PdfPages.Of(file);
        var settings = parts.Settings<PdfSettings>() ?? PdfSettings.Default;
        if (PageRaster.Wants(file, fonts, pages, settings, job.Cancellation))
        {
            new PageRaster(file, job, parts, settings).Write(bytes, pages, output);
            return;
        }
        var search = new PdfSearch(file, fonts, job, new PdfStrings(job), new PdfPictures(file, job, parts));
        search.Search(pages);
        var writer = new PdfOutput(output, file, new PdfRewriter(file, search, pages, job, parts));
        writer.Write();
        PdfAccount.Finish(file, writer.Written, bytes.Length, job.Account);
    }

    private static Memory<byte> Read(Stream input, CancellationToken cancellation)
    {
        var all = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = input.Read(buffer)) > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            if (all.Length + read > Largest) throw new RedactionException(ErrorCodes.TooLarge, "pdf", "The file is larger than 1 GiB.");
            all.Write(buffer, 0, read);
        }
        Array.Clear(buffer);
        return all.GetBuffer().AsMemory(0, (int)all.Length);
    }
}
