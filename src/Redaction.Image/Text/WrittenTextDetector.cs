using System.Collections.Immutable;

namespace Redaction.Image;

/// <summary>Finds in the text that is written in an image what text detectors find, and number plates and badges by their look.</summary>
/// <remarks>Thread-safe as far as the reader and the detectors are.</remarks>
internal sealed class WrittenTextDetector : IImageDetector, IDisposable
{
    private const string Id = "written-text";
    private readonly ITextReader _reader;
    private readonly ImmutableArray<LiftedDetector<WrittenImage, PixelBox>> _detectors;
    private readonly WrittenTextMode _mode;

    /// <summary>Makes a detector of a reader and text detectors.</summary>
    /// <param name="reader">Reads the text; disposed of with the detector when it can be.</param>
    /// <param name="detectors">Look for values in it.</param>
    /// <param name="mode">What is reported.</param>
    public WrittenTextDetector(ITextReader reader, IEnumerable<ITextDetector> detectors, WrittenTextMode mode = WrittenTextMode.Identifiers)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(detectors);
        if (!Enum.IsDefined(mode))
            throw new ArgumentException($"There is no mode {(int)mode} (valid: {string.Join(", ", Enum.GetNames<WrittenTextMode>())}).");
        _reader = reader;
        _mode = mode;
        _detectors = [.. detectors.Select(static d => new LiftedDetector<WrittenImage, PixelBox>(d))];
        ImmutableArray<EntityType> own = [EntityTypes.WrittenText, EntityTypes.UnreadText, EntityTypes.LicensePlate];
        var others = _detectors.SelectMany(static d => d.Info.Types).Distinct().Where(t => !own.Contains(t));
        Info = new(Id, [.. own, .. others]) { Version = reader.Id };
    }

    /// <summary>Whether lines that read like the number of a vehicle are reported, as a fallback for the plate detector.</summary>
    /// <value>True.</value>
    public bool Plates { get; init; } = true;

    /// <inheritdoc/>
    public DetectorInfo Info { get; }

    /// <summary>Whether small print on the chest below a face is reported, read or not.
    /// Counts faces that are among the findings when this detector runs, so it is to run after one of faces.</summary>
    /// <value>True.</value>
    public bool Badges { get; init; } = true;

    /// <inheritdoc/>
    /// <exception cref="RedactionException">The reader or a text detector failed.</exception>
    public void Detect(ImageSource source, FindingSink<PixelBox> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (_mode == WrittenTextMode.Off) return;
        var faces = Badges && _mode != WrittenTextMode.All ? Image.Badges.Faces(findings.Items) : [];
        var text = _reader.Read(source);
        var picture = source.Context.Known as ITechnicalPicture;
        if (picture is not null && _mode != WrittenTextMode.All) text = TechnicalMarks.TakeOut(text, picture);
        if (_mode == WrittenTextMode.All) AddLines(text, findings);
        foreach (var place in text.Unread) findings.Add(new(EntityTypes.UnreadText, place, 1, Id));
        if (faces.Count > 0) AddBadges(source, text, faces, findings);
        var context = source.Context;
        foreach (var detector in _detectors) Run(detector, new(text, context), findings);
        if (JoinedDigits.Of(text) is { } joined)
            foreach (var detector in _detectors) Run(detector, new(joined, context), findings);
        if (context.Known is ITextDetector known) Run(new(known), new(text, context), findings);
        if (Plates && picture is null) AddPlates(text, findings);
    }

    /// <summary>Disposes of the reader.</summary>
    public void Dispose() => (_reader as IDisposable)?.Dispose();

    private static void Run(LiftedDetector<WrittenImage, PixelBox> detector, WrittenImage image, FindingSink<PixelBox> findings)
    {
        try
        {
            detector.Detect(image, findings);
        }
        catch (Exception e) when (e is not (OperationCanceledException or RedactionException))
        {
            throw new RedactionException(ErrorCodes.ComponentFailed, detector.Info.Id, cause: e.GetType());
        }
    }

    private static void AddLines(RecoveredText<PixelBox> text, FindingSink<PixelBox> findings)
    {
        foreach (var line in Lines(text)) findings.Add(new(EntityTypes.WrittenText, text.Locate(line), 1, Id));
    }

    private void AddBadges(ImageSource source, RecoveredText<PixelBox> text, List<PixelBox> faces, FindingSink<PixelBox> findings)
    {
        var lines = Lines(text).ConvertAll(text.Locate);
        if (_reader is ILineFinder finder) Image.Badges.LookCloser(finder, source, faces, lines);
        foreach (var line in lines)
            if (faces.Exists(face => Image.Badges.IsBadge(line, face)))
                findings.Add(new(EntityTypes.WrittenText, line, Image.Badges.Score, Id));
    }

    private static void AddPlates(RecoveredText<PixelBox> text, FindingSink<PixelBox> findings)
    {
        foreach (var line in Lines(text))
            if (PlateText.LooksLikePlate(text.Text.Slice(line.Start, line.Length)))
                findings.Add(new(EntityTypes.LicensePlate, text.Locate(line), PlateText.Score, Id));
    }

    /// <summary>The lines in which there is something.</summary>
    private static List<TextSpan> Lines(RecoveredText<PixelBox> text)
    {
        var lines = new List<TextSpan>();
        foreach (var line in text.Text.Split('\n'))
        {
            var (start, length) = line.GetOffsetAndLength(text.Text.Length);
            if (!text.Text.Slice(start, length).IsWhiteSpace()) lines.Add(new(start, length));
        }
        return lines;
    }
}
