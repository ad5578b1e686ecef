using Redaction.Audio;
using Redaction.Governance;
using Redaction.Image;
using Redaction.Text;

namespace Redaction.Batch;

/// <summary>Renders one redacted file for a role: sealed texts, pixels and samples as its views say.</summary>
internal sealed class ViewRenderer
{
    private readonly ViewPolicy _views;
    private readonly SealStore _seals;
    private readonly RedactionContext _context;
    private readonly TextRedactor _text;
    private readonly CallRedactor _calls;

    public ViewRenderer(ViewPolicy views, SealStore seals, RedactionContext context, RedactionKey? key, string project)
    {
        (_views, _seals, _context) = (views, seals, context);
        ITextDetector[] detectors = [ViewPolicy.Detector(seals)];
        var operators = ViewRendering.Operators(seals, key, project);
        try
        {
            _text = new(views.Rules, detectors, operators) { Unsearched = UnsearchedChoice.Keep }; // it was released so
            _calls = new(views.Rules, detectors, [.. operators, .. AudioOperators.All])
            {
                Unsearched = UnsearchedChoice.Keep,
                UnsearchedSound = UnsearchedChoice.Keep,
            };
        }
        catch (ArgumentException) when (key is null)
        {
            throw new ArgumentException("The views ask for pseudonyms, which need the project's key: give --keys.");
        }
    }

    public ShownOriginals Document(string path, Stream input, Stream output, CancellationToken cancellation)
    {
        var memory = new DocumentMemory(path);
        var document = FileFormats.Detect(path, InputContent.Head(input)) as IDocumentFormat
            ?? throw new RedactionException(ErrorCodes.UnsupportedFormat, "view");
        input.Position = 0;
        var context = _context with { Seconds = Extent.None, Area = Extent.None };
        var job = new DocumentJob(_text.ForDocument(memory)) { Context = context, Cancellation = cancellation };
        if (document is IContainerFormat container) container.Redact(input, output, job, new ViewedParts(job));
        else document.Redact(input, output, job);
        return memory.Of<ShownOriginals>();
    }

    public ShownOriginals Transcript(string path, Stream input, Stream output, CancellationToken cancellation)
    {
        var format = FileFormats.TranscriptOf(path, InputContent.Head(input))
            ?? throw new RedactionException(ErrorCodes.Malformed, "transcript");
        input.Position = 0;
        var counts = new ViewCounts(_views.Rules);
        _calls.RedactTranscript(input, format, output, _context with { Area = Extent.None }, counts, cancellation);
        return counts.Shown;
    }

    public ShownOriginals Kaldi(IReadOnlyList<(string Source, Stream Input, Stream Output)> files, CancellationToken cancellation)
    {
        var counts = new ViewCounts(_views.Rules);
        KaldiFile[] read = [.. files.Select(static f => KaldiItem.ReadFile(f.Source, f.Input))];
        var rendered = _calls.RedactKaldi(read, _context with { Area = Extent.None }, counts, cancellation);
        foreach (var (file, done) in files.Zip(rendered)) file.Output.Write(done.Content);
        return counts.Shown;
    }

    public ShownOriginals Image(string digest, Stream input, Stream output)
    {
        var shown = new ShownOriginals();
        var wanted = Wanted(digest, Medium.Image, shown, static (c, r) =>
            c with { Seconds = Extent.None, Area = Extent.OfPixels(r.X, r.Y, r.Width, r.Height) });
        ImagePatch[] patches = [.. wanted.Select(static r => new ImagePatch(
            r.Region.Page, new((int)r.Region.X, r.Region.Y, r.Region.Width, r.Region.Height), [.. r.Original]))];
        if (patches.Length == 0) input.CopyTo(output);
        else ImagePatch.PutBack(input, output, patches, new VipsCodec());
        return shown;
    }

    public ShownOriginals Audio(string digest, Stream input, Stream output, CancellationToken cancellation)
    {
        var shown = new ShownOriginals();
        var rate = (double)AudioPatch.RateOf(input);
        var wanted = Wanted(digest, Medium.Audio, shown, (c, r) =>
            c with { Area = Extent.None, Seconds = Extent.OfSeconds(r.X / rate, (r.X + r.Width) / rate) });
        AudioPatch.PutBack(input, output, [.. wanted.Select(static r => new AudioPatch(r.Region.X, r.Original))], cancellation);
        return shown;
    }

    private IEnumerable<(SealedRegion Region, byte[] Original)> Wanted(
        string digest, string medium, ShownOriginals shown, Func<RedactionContext, SealedRegion, RedactionContext> at)
    {
        foreach (var (region, original) in _seals.RegionsOf(digest))
        {
            if (region.Medium != medium || _views.ViewOf(new(region.Type), at(_context with { Medium = medium }, region)) != "raw")
                continue;
            shown.Count(region.Type, original is not null);
            if (original is not null) yield return (region, original);
        }
    }
}
