using System.Collections.Immutable;
using System.Globalization;

namespace Redaction.Image;

/// <summary>One pass over the frames of a video: looks, follows, and paints a frame when all that reaches back
/// to it has been seen.</summary>
internal sealed class VideoPass
{
    private readonly ImageRedactor _redactor;
    private readonly VideoOptions _options;
    private readonly VideoHeader _header;
    private readonly RedactionContext _context;
    private readonly CancellationToken _ct;
    private readonly Tracker _tracker;
    private readonly int _window;
    private readonly Queue<byte[]> _waiting = new();
    private readonly FindingSink<PixelBox> _findings = new();
    private readonly List<ImmutableArray<PixelBox>> _painted = [];
    private readonly PictureChange _change = new();
    private readonly int _textEvery;
    private int _lastRead;

    public VideoPass(ImageRedactor redactor, VideoOptions options, VideoHeader header, RedactionContext context, CancellationToken ct)
    {
        _redactor = redactor;
        _options = options;
        _header = header;
        _context = context;
        _ct = ct;
        _window = options.Window(header.FramesPerSecond);
        _tracker = new(_window, header.FramesPerSecond);
        _textEvery = Math.Min(options.TextEvery, _window);
        if ((_window + 2) * header.FrameBytes > options.MaxWindowBytes)
            throw new RedactionException(ErrorCodes.TooLarge, "video", string.Create(CultureInfo.InvariantCulture,
                $"{_window + 2} frames of this size need more than {options.MaxWindowBytes} bytes; make the memory shorter or "
                + $"the video smaller."));
    }

    /// <summary>Frames painted so far.</summary>
    public int Frames { get; private set; }

    public int MaskedFrames { get; private set; }

    /// <summary>Frames in which written text was read.</summary>
    public int ReadFrames { get; private set; }

    /// <summary>What was painted over in a frame; kept only where the output is looked at again.</summary>
    public IReadOnlyList<PixelBox> PaintedIn(int frame) => frame < _painted.Count ? _painted[frame] : [];

    /// <param name="decoder">Gives the frames.</param>
    /// <param name="encoder">Takes them; null in a dry run.</param>
    public void Run(FfmpegProcess decoder, FfmpegProcess? encoder)
    {
        var reader = new FrameReader(decoder, _header);
        try
        {
            for (var frame = 0; reader.Read() is { } pixels; frame++)
            {
                _ct.ThrowIfCancellationRequested();
                _waiting.Enqueue(pixels);
                if (frame % _options.Every == 0) Look(frame, reader.View(pixels));
                if (_waiting.Count > _window) Release(reader, encoder);
            }
            while (_waiting.Count > 0) Release(reader, encoder);
        }
        finally
        {
            while (_waiting.TryDequeue(out var pixels)) FrameReader.Return(pixels);
        }
        if (Frames == 0) throw new RedactionException(ErrorCodes.Malformed, "video", "The file holds no frame.");
    }

    /// <summary>The tracks that were masked, each as one finding.</summary>
    public RedactionPlan<TrackRegion> Plan()
    {
        var kept = 0;
        var items = ImmutableArray.CreateBuilder<PlannedRedaction<TrackRegion>>();
        foreach (var track in _tracker.All)
        {
            if (track is not { Best: { } best, Masked: { } region }) { kept++; continue; }
            var rule = _redactor.RuleFor(in best, _context);
            items.Add(new(new(best.Type, region, best.Score, best.Detector), rule, _redactor.Policy.Rules[rule].Operator));
        }
        items.Sort(static (a, b) => a.Finding.Region.CompareTo(b.Finding.Region) is var order and not 0 ? order
            : string.CompareOrdinal(a.Finding.Type.Name, b.Finding.Type.Name));
        return new(_redactor.Policy.Id, items.DrainToImmutable(), kept);
    }

    private void Look(int frame, PixelBuffer pixels)
    {
        _findings.Clear();
        var found = new FindingSink<PixelBox>();
        var source = pixels.AsSource(_context);
        if (_change.IsChanged(source) || frame - _lastRead >= _textEvery)
        {
            _redactor.Find(source, found);
            _change.Keep();
            _lastRead = frame;
            ReadFrames++;
        }
        else _redactor.Glance(source, found);
        foreach (ref readonly var finding in found.Items)
            foreach (var box in finding.Region.Boxes) _findings.Add(finding with { Region = box }); // each is followed by itself
        _tracker.See(frame, _findings.Items, finding => _redactor.ActsOn(in finding, _context));
    }

    /// <summary>Paints the frame that waits longest and passes it on.</summary>
    private void Release(FrameReader reader, FfmpegProcess? encoder)
    {
        var pixels = _waiting.Dequeue();
        try
        {
            var image = reader.View(pixels);
            _findings.Clear();
            _tracker.MaskedAt(Frames, image.Width, image.Height, _findings);
            if (encoder is not null) Paint(image);
            if (_findings.Count > 0) MaskedFrames++;
            encoder?.Input.Write(pixels, 0, (int)_header.FrameBytes);
            Frames++;
        }
        catch (IOException e)
        {
            throw FfmpegProcess.Failed(e.GetType());
        }
        finally
        {
            FrameReader.Return(pixels);
        }
    }

    private void Paint(PixelBuffer image)
    {
        var plan = _redactor.Plan(image.AsSource(_context), _findings.Items);
        _redactor.Paint(image, plan);
        if (_options.Residue != ResidueCheck.Off) _painted.Add(_redactor.Reach(plan));
    }
}
