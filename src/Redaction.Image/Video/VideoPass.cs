using System.Collections.Immutable;
using System.Globalization;

namespace Redaction.Image;

/// <summary>One pass over the frames of a video: looks at some frames at once, follows what is found in their order, and paints a frame
/// when all that reaches back to it has been seen.</summary>
internal sealed class VideoPass
{
    private const int Looks = 3; // frames that are looked at at once
    private const int ReadApart = 3; // frames between two in which text is read while the picture changes by and by
    private readonly ImageRedactor _redactor;
    private readonly VideoOptions _options;
    private readonly VideoHeader _header;
    private readonly RedactionContext _context;
    private readonly CancellationToken _ct;
    private readonly Tracker _tracker;
    private readonly int _window;
    private readonly Queue<byte[]> _waiting = new();
    private readonly Queue<(int Frame, Task<FindingSink<PixelBox>>? Found)> _looks = new();
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
        var held = _window + 1 + Looks;
        if (held * header.FrameBytes > options.MaxWindowBytes)
            throw new RedactionException(ErrorCodes.TooLarge, "video", string.Create(CultureInfo.InvariantCulture,
                $"{held} frames of this size need more than {options.MaxWindowBytes} bytes; make the memory shorter or "
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
                _looks.Enqueue((frame, frame % _options.Every == 0 ? Look(frame, reader, pixels) : null));
                if (_looks.Count >= Looks) Follow(reader, encoder);
            }
            while (_looks.Count > 0) Follow(reader, encoder);
            while (_waiting.Count > 0) Release(reader, encoder);
        }
        finally
        {
            Abandon();
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

    /// <summary>Begins to look at a frame. Whether text is read in it hangs on the pictures alone, and so not on how fast looks are.
    /// </summary>
    private Task<FindingSink<PixelBox>> Look(int frame, FrameReader reader, byte[] pixels)
    {
        var isChanged = _change.IsChanged(reader.View(pixels).AsSource(), out var isSudden);
        var reads = frame - _lastRead >= (!isChanged ? _textEvery : isSudden ? 1 : Math.Min(ReadApart, _textEvery)) || frame == 0;
        if (reads)
        {
            _change.Keep();
            _lastRead = frame;
            ReadFrames++;
        }
        return Task.Run(() =>
        {
            var found = new FindingSink<PixelBox>();
            var source = reader.View(pixels).AsSource(_context);
            if (reads) _redactor.Find(source, found);
            else _redactor.Glance(source, found);
            return found;
        }, _ct);
    }

    /// <summary>Follows what was found in the earliest frame that is looked at, and passes on the one that waits longest when this was
    /// the last that reaches back to it.</summary>
    private void Follow(FrameReader reader, FfmpegProcess? encoder)
    {
        var (frame, look) = _looks.Peek();
        if (look?.GetAwaiter().GetResult() is { } found)
        {
            _findings.Clear();
            foreach (ref readonly var finding in found.Items)
                foreach (var box in finding.Region.Boxes) _findings.Add(finding with { Region = box }); // each is followed by itself
            _tracker.See(frame, _findings.Items, finding => _redactor.ActsOn(in finding, _context));
        }
        _looks.Dequeue();
        if (frame >= _window) Release(reader, encoder);
    }

    /// <summary>Waits for looks whose results nobody needs: they still read the frames.</summary>
    private void Abandon()
    {
        while (_looks.TryDequeue(out var look))
            look.Found?.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default).Wait(CancellationToken.None);
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
