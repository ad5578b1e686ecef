using System.Runtime.InteropServices;

namespace Redaction.Image;

/// <summary>Redacts image files: decodes every page, paints over what is found, writes the same format without metadata.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ImageFileRedactor
{
    private const string Component = "image";
    private readonly ImageRedactor _redactor;
    private readonly IImageCodec _codec;
    private readonly ImageFileOptions _options;

    /// <summary>Makes a redactor of files.</summary>
    /// <param name="redactor">Finds in pages and paints them.</param>
    /// <param name="options">Choices; the default ones when left out.</param>
    /// <exception cref="ArgumentException">An option has a value it cannot have.</exception>
    public ImageFileRedactor(ImageRedactor redactor, ImageFileOptions? options = null)
        : this(redactor, new VipsCodec(), options) { }

    internal ImageFileRedactor(ImageRedactor redactor, IImageCodec codec, ImageFileOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(redactor);
        ArgumentNullException.ThrowIfNull(codec);
        _redactor = redactor;
        _codec = codec;
        _options = options ?? ImageFileOptions.Default;
        _options.Check();
    }

    /// <summary>Redacts a file. Nothing is written before every page has been worked through;
    /// <see cref="Stream.Null"/> as output makes it a dry run.</summary>
    /// <exception cref="RedactionException">The file cannot be read, decoded or written, or a detector or operator failed;
    /// discard the output.</exception>
    public ImageFileSummary Redact(
        Stream input, Stream output,
        RedactionContext? context = null, RedactionObserver? observer = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        var image = Decode(input);
        try
        {
            return Redact(image, output, context, observer ?? RedactionObserver.None, cancellationToken);
        }
        finally
        {
            if (_codec is VipsCodec) image.Release(); // others may hold on to theirs
        }
    }

    private ImageFileSummary Redact(
        DecodedImage image, Stream output, RedactionContext? context, RedactionObserver observer, CancellationToken cancellationToken)
    {
        var counter = new FindingCounter(observer);
        var unread = new UnreadText(image.Width, image.Height, image.Pages, _redactor.KeepsUnread);
        var painted = new List<PixelBox>[image.Pages];
        for (var page = 0; page < image.Pages; page++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var pixels = image.Page(page);
            var found = new FindingSink<PixelBox>();
            _redactor.Find(pixels.AsSource(context), found);
            unread.Count(found.Items, page, f => _redactor.ActsOn(in f, context ?? RedactionContext.Default));
            var plan = _redactor.Plan(pixels.AsSource(context), found.Items);
            var place = new DocumentPlace(Page: page);
            ImageRedactor.Notify(counter, in place, plan, pixels.AsSource(context));
            _redactor.Paint(pixels, plan);
            painted[page] = [.. _redactor.Reach(plan)];
            counter.OnPlan(in place, plan, []);
        }
        Count(image, unread, counter);
        cancellationToken.ThrowIfCancellationRequested();
        image.Painted = [.. painted[0]];
        if (_options.Residue != ResidueCheck.Off && output != Stream.Null)
            new ResidueSearch(_redactor, _codec, _options).Write(image, painted, output, context, counter, cancellationToken);
        else if (output != Stream.Null) _codec.Encode(image, output, _options);
        var kept = image.ColorProfile.IsDefaultOrEmpty ? [] : _options.Keep;
        return new(image.Format.Id, image.Width, image.Height, image.Pages, [.. image.MetadataKinds.Except(kept)])
        {
            Findings = counter.Counts,
            MaskedShare = MaskedShare(image, painted),
            Thumbnail = _options.ThumbnailSide > 0
                ? ImmutableCollectionsMarshal.AsImmutableArray(_codec.Thumbnail(image, _options.ThumbnailSide)) : [],
        };
    }

    /// <summary>The first page of a file that has been redacted, as a small JPEG for reports.</summary>
    /// <exception cref="RedactionException">The file cannot be decoded.</exception>
    public byte[] Thumbnail(Stream redacted, int longerSide)
    {
        ArgumentNullException.ThrowIfNull(redacted);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(longerSide);
        return _codec.Thumbnail(Decode(redacted), longerSide);
    }

    private static double MaskedShare(DecodedImage image, List<PixelBox>[] painted)
    {
        long masked = 0, all = 0;
        for (var page = 0; page < painted.Length; page++)
        {
            var pixels = image.Page(page);
            masked += CoveredArea.Of(painted[page].SelectMany(static p => p.Boxes), pixels.Width, pixels.Height);
            all += (long)pixels.Width * pixels.Height;
        }
        return (double)masked / all;
    }

    private void Count(DecodedImage image, UnreadText unread, RedactionObserver observer)
    {
        var ledger = new SearchLedger(_options.Unsearched);
        ledger.CountIn("pages", Medium.Image);
        ledger.AddSearched(image.Pages);
        var left = image.StoredPages - image.Pages;
        // What was not decoded is not written.
        var done = ledger.Choice == UnsearchedChoice.Refuse ? UnsearchedChoice.Refuse : UnsearchedChoice.Erase;
        if (left > 0) ledger.AddUnsearched(new("page-not-decoded", left, done) { Offset = image.Pages });
        if (unread.Ledger.Unsearched > 0) ledger.AddPart("pixels", unread.Ledger);
        ledger.Close(Component, observer);
    }

    private DecodedImage Decode(Stream input) => Decode(input, _codec, _options);

    internal static DecodedImage Decode(Stream input, IImageCodec codec, ImageFileOptions options)
    {
        var file = ReadAll(input, options);
        if (file.IsEmpty) throw new RedactionException(ErrorCodes.Truncated, Component, "The file is empty.");
        var format = ImageFormats.Sniff(file.Span) ?? throw new RedactionException(ErrorCodes.UnsupportedFormat, Component,
            $"The content is none of {string.Join(", ", ImageFormats.All.Select(static f => f.Id))}.");
        var image = codec.Decode(file, format, options);
        image.StoredPages = StoredPages.In(format, file.Span);
        return image;
    }

    private static ReadOnlyMemory<byte> ReadAll(Stream input, ImageFileOptions options)
    {
        if (input.CanSeek && input.Length - input.Position > options.MaxBytes) throw TooLarge(options);
        var file = new MemoryStream(input.CanSeek ? (int)(input.Length - input.Position) : 0);
        try
        {
            var chunk = new byte[81920];
            for (int read; (read = input.Read(chunk)) > 0;)
            {
                if (file.Length + read > options.MaxBytes) throw TooLarge(options);
                file.Write(chunk, 0, read);
            }
        }
        catch (IOException e)
        {
            throw new RedactionException(ErrorCodes.Unreadable, Component, cause: e.GetType());
        }
        return file.GetBuffer().AsMemory(0, (int)file.Length);
    }

    private static RedactionException TooLarge(ImageFileOptions options) =>
        new(ErrorCodes.TooLarge, Component, $"The file is larger than {options.MaxBytes} bytes.");
}
