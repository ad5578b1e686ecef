using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Redaction.Audio;
using Redaction.Image;

namespace Redaction.Evaluation;

/// <summary>Runs a redactor over labelled data and measures what it finds.</summary>
public sealed class EvaluationRunner
{
    private const int ContextCharacters = 40;
    private readonly RedactionEngine _redactor;

    /// <summary>Makes a runner; <see cref="RedactionEngineBuilder.ForScanning"/> makes the fitting redactor.</summary>
    public EvaluationRunner(RedactionEngine redactor)
    {
        ArgumentNullException.ThrowIfNull(redactor);
        _redactor = redactor;
    }

    /// <summary>Whether errors carry the text around them, which is personal data.</summary>
    /// <value>False.</value>
    public bool ShowValues { get; init; }

    /// <summary>Seed of the intervals.</summary>
    /// <value>1.</value>
    public ulong Seed { get; init; } = 1;

    /// <summary>What rules may match on.</summary>
    public RedactionContext Context { get; init; } = RedactionContext.Default;

    /// <summary>Receives what was found in texts, as JSON lines that can be given as predictions of a peer later.</summary>
    /// <value>Null: nobody asks.</value>
    public Stream? Predictions { get; init; }

    /// <summary>Measures texts; they stream.</summary>
    /// <exception cref="RedactionException">The data set cannot be read, or a detector failed.</exception>
    internal EvaluationResult RunTexts(IEnumerable<LabelledText> documents, ImmutableSortedDictionary<string, string> provenance,
        CancellationToken cancellationToken = default) => RunTexts(documents, [], provenance, cancellationToken);

    /// <summary>Measures texts, without some of their labels.</summary>
    internal EvaluationResult RunTexts(IEnumerable<LabelledText> documents, ImmutableArray<Glob> ignored,
        ImmutableSortedDictionary<string, string> provenance, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var evaluation = new TextEvaluation();
        var errors = ImmutableArray.CreateBuilder<EvaluationError>();
        var clock = new RunClock();
        foreach (var document in documents.Select(d => d.Without(ignored)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            clock.Start();
            var plan = _redactor.Text.Plan(document.Text, Context, cancellationToken: cancellationToken);
            clock.Stop(document.Text.Length);
            EntitySpan[] found = [.. plan.Items.Select(static i => new EntitySpan(i.Finding.Region, i.Finding.Type.Name, i.Finding.Score))];
            if (Predictions is not null) PredictionLines.Write(Predictions, document, found);
            found = IgnoredLabels.Counted(document, found, ignored);
            evaluation.Add(document, found);
            Note(document, found, errors);
        }
        return new("text", provenance, evaluation.Figures(Seed))
        {
            Texts = evaluation,
            Errors = errors.ToImmutable(),
            Timings = clock.Figures("charactersPerSecond"),
        };
    }

    /// <summary>Measures images.</summary>
    /// <param name="images">The images.</param>
    /// <param name="entity">The entity that the boxes are of, such as <c>face</c>.</param>
    /// <param name="threshold">The least intersection over union of a match.</param>
    /// <param name="provenance">What is measured on what.</param>
    /// <param name="cancellationToken">Stops between two images.</param>
    /// <exception cref="RedactionException">An image cannot be read, or a model is missing.</exception>
    internal EvaluationResult RunImages(
        IEnumerable<LabelledImage> images, string entity, double threshold, ImmutableSortedDictionary<string, string> provenance,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(images);
        var evaluation = new BoxEvaluation(threshold, actsFrom: 0);
        var clock = new RunClock();
        var sizes = ImmutableDictionary.CreateBuilder<string, (int, int)>(StringComparer.Ordinal);
        foreach (var image in images)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var file = File.OpenRead(image.Path);
            var collected = new Collected<PixelBox>();
            clock.Start();
            var summary = _redactor.Images.Redact(file, Stream.Null, Context, collected, cancellationToken);
            clock.Stop((long)summary.Width * summary.Height);
            sizes[image.Path] = (summary.Width, summary.Height);
            evaluation.Add(summary.Width, summary.Height, Truth(image, summary.Width, summary.Height), Boxes(collected.Found, entity),
                Boxes(Masks(collected.Found, summary.Width, summary.Height), entity));
        }
        return new("images", provenance, evaluation.Figures())
        {
            Boxes = evaluation,
            ImageSizes = sizes.ToImmutable(),
            Timings = clock.Figures("pixelsPerSecond"),
        };
    }

    /// <summary>What the policy would have masked: a run that lets weak findings through, for the average precision,
    /// grows masks by them.</summary>
    private IEnumerable<Finding<PixelBox>> Masks(List<Finding<PixelBox>> found, int width, int height)
    {
        var blank = new ImageSource(new byte[width * height * 3], width, height, 3, Context);
        return _redactor.ImageMasks.Plan(blank, CollectionsMarshal.AsSpan(found)).Items.Select(static i => i.Finding);
    }

    /// <summary>Measures calls: their transcripts go through the redactor beside silent audio.</summary>
    /// <exception cref="RedactionException">The data set cannot be read, or a detector failed.</exception>
    internal EvaluationResult RunCalls(IEnumerable<LabelledCall> calls, ImmutableSortedDictionary<string, string> provenance,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(calls);
        var evaluation = new CallEvaluation();
        var clock = new RunClock();
        foreach (var call in calls)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var transcript = new MemoryStream();
            CallFiles.WriteWhisper(call, transcript);
            transcript.Position = 0;
            using var silence = SilentWav.Of(call.Words.IsEmpty ? 1 : call.Words.Max(static w => w.End) + 1);
            var collected = new Collected<AudioSpan>();
            clock.Start();
            _redactor.Calls.Redact(silence, transcript, new WhisperJson(), Stream.Null, Stream.Null, Context, collected, cancellationToken);
            clock.Stop(call.Words.Length);
            evaluation.Add(call, collected.Findings.Select(static f => new Interval(Seconds(f.Region.Start), Seconds(f.Region.End))));
        }
        return new("calls", provenance, evaluation.Figures(Seed)) { Timings = clock.Figures("wordsPerSecond") };
    }

    private static double Seconds(long ticks) => (double)ticks / TimeSpan.TicksPerSecond;

    /// <summary>Measures what another system found.</summary>
    /// <exception cref="ArgumentException">There are fewer predictions than texts, or a span lies outside its text.</exception>
    internal static FigureTree ScorePredictions(
        IEnumerable<LabelledText> documents, IEnumerable<LabelledText> predictions, ulong seed = 1, ImmutableArray<Glob> ignored = default,
        TextEvaluation? ours = null)
    {
        ignored = ignored.IsDefault ? [] : ignored;
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(predictions);
        var evaluation = new TextEvaluation();
        using var found = predictions.GetEnumerator();
        foreach (var document in documents.Select(d => d.Without(ignored)))
        {
            if (!found.MoveNext() || found.Current.Text != document.Text)
                throw new ArgumentException("The predictions are not of the same texts in the same order.");
            evaluation.Add(document, IgnoredLabels.Counted(document, found.Current.Spans, ignored));
        }
        var figures = evaluation.Figures(seed);
        if (ours is not null) PairedComparison.Write(figures["versus"], ours, evaluation, seed);
        return figures;
    }

    /// <summary>Measures boxes that another system found; the masked pixels are those of boxes with a score of 0.5 and more.</summary>
    /// <param name="images">The images.</param>
    /// <param name="sizes">Width and height of each in pixels, as a run of <see cref="RunImages"/> found them.</param>
    /// <param name="predictions">The boxes, by id or file name of the image.</param>
    /// <param name="threshold">The least intersection over union of a match.</param>
    /// <exception cref="ArgumentException">There are boxes of no image.</exception>
    internal static FigureTree ScorePredictions(
        IEnumerable<LabelledImage> images, IReadOnlyDictionary<string, (int Width, int Height)> sizes, ILookup<string, Box> predictions,
        double threshold)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(predictions);
        var evaluation = new BoxEvaluation(threshold);
        var unknown = predictions.Select(static g => g.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var image in images)
        {
            var name = Path.GetFileName(image.Path);
            var found = predictions[image.Id].Concat(name == image.Id ? [] : predictions[name]);
            unknown.Remove(image.Id);
            unknown.Remove(name);
            var (width, height) = sizes[image.Path];
            evaluation.Add(width, height, Truth(image, width, height), [.. found], [.. found]);
        }
        return unknown.Count == 0 ? evaluation.Figures()
            : throw new ArgumentException($"The predictions name {unknown.Count} images that are not in the data set.");
    }

    private static Box[] Boxes(IEnumerable<Finding<PixelBox>> findings, string entity) =>
        [.. findings.Where(f => f.Type.Name == entity)
            .Select(static f => new Box(f.Region.X, f.Region.Y, f.Region.Width, f.Region.Height, f.Score))];

    private static Box[] Truth(LabelledImage image, int width, int height) => image.IsRelative
        ? [.. image.Boxes.Select(b => b with { X = b.X * width, Y = b.Y * height, Width = b.Width * width, Height = b.Height * height })]
        : [.. image.Boxes];

    private void Note(LabelledText document, EntitySpan[] found, ImmutableArray<EvaluationError>.Builder errors)
    {
        var (truth, seen) = (new RangeSet(document.Spans.Select(static s => s.Span)), new RangeSet(found.Select(static s => s.Span)));
        foreach (var item in document.Spans)
            if (!seen.Overlaps(item.Span)) errors.Add(new(document.Line, item.Entity, true, 0, Around(document.Text, item.Span)));
        foreach (var item in found)
            if (!truth.Overlaps(item.Span))
                errors.Add(new(document.Line, item.Entity, false, item.Score, Around(document.Text, item.Span)));
    }

    private string? Around(string text, TextSpan span)
    {
        if (!ShowValues) return null;
        var (start, end) = (Math.Max(0, span.Start - ContextCharacters), Math.Min(text.Length, span.End + ContextCharacters));
        return $"{text[start..span.Start]}[[{text[span.Start..span.End]}]]{text[span.End..end]}";
    }
}
