using System.Collections.Immutable;

namespace Redaction.Image;

/// <summary>Redacts videos: decodes every frame, follows what is found through the frames,
/// paints over it and encodes the same format without metadata.</summary>
/// <remarks>Immutable and thread-safe. Needs <c>ffmpeg</c> on the path. Holds some tenths of a second of frames at once
/// (<see cref="VideoOptions.Memory"/>); disk holds a copy of the file and the output,
/// in a folder that only the owner can read and that is gone afterwards.</remarks>
public sealed class VideoRedactor
{
    private readonly ImageRedactor _redactor;
    private readonly VideoOptions _options;

    /// <summary>Makes a redactor of videos.</summary>
    /// <param name="redactor">Finds in frames and paints them.</param>
    /// <param name="options">Choices; the default ones when left out.</param>
    /// <exception cref="ArgumentException">An option has a value it cannot have.</exception>
    public VideoRedactor(ImageRedactor redactor, VideoOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(redactor);
        _redactor = redactor;
        _options = options ?? VideoOptions.Default;
        _options.Check();
    }

    /// <summary>Redacts a video. Nothing is written to <paramref name="output"/> before all frames have been worked through;
    /// <see cref="Stream.Null"/> makes it a dry run.</summary>
    /// <param name="input">The file.</param>
    /// <param name="format">What it is.</param>
    /// <param name="output">Receives the redacted file.</param>
    /// <param name="sound">Redacts the sound, where the options say so; a video without sound does not need it.</param>
    /// <param name="context">What is known about it.</param>
    /// <param name="observer">Is notified once, of all tracks.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="RedactionException">There is no ffmpeg, the video cannot be decoded or encoded, or a detector or operator failed;
    /// discard the output.</exception>
    public VideoSummary Redact(
        Stream input, VideoFormat format, Stream output, VideoSound? sound = null,
        RedactionContext? context = null, RedactionObserver? observer = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(output);
        var ffmpeg = new VideoFfmpeg(format);
        var folder = Directory.CreateTempSubdirectory("redaction-"); // readable by the owner only
        try
        {
            var (coded, result) = (Path.Combine(folder.FullName, "in"), Path.Combine(folder.FullName, "out"));
            using (var copy = File.Create(coded)) input.CopyTo(copy);
            var header = ffmpeg.Probe(coded, cancellationToken);
            var left = ffmpeg.Left(coded, _options.Audio switch { VideoAudio.Drop => 0, VideoAudio.Redact => 1, _ => int.MaxValue / 2 },
                cancellationToken);
            var heard = Listen(ffmpeg, coded, folder, sound, cancellationToken);
            var pass = new VideoPass(_redactor, _options, header, context ?? RedactionContext.Default, cancellationToken);
            using (var decoder = ffmpeg.Decode(coded, header, cancellationToken))
            {
                if (output == Stream.Null)
                {
                    pass.Run(decoder, encoder: null);
                }
                else
                {
                    var track = _options.Audio == VideoAudio.Keep ? coded : heard;
                    using var encoder = ffmpeg.Encode(result, header, track, encodesSound: heard is not null, cancellationToken);
                    pass.Run(decoder, encoder);
                    encoder.Finish();
                }
            }
            if (output != Stream.Null)
            {
                if (_options.Residue != ResidueCheck.Off) LookAgain(ffmpeg, result, pass, header, context, cancellationToken);
                using var done = File.OpenRead(result);
                done.CopyTo(output);
            }
            Count(pass, observer ?? RedactionObserver.None);
            var plan = pass.Plan();
            var counter = new FindingCounter(observer ?? RedactionObserver.None);
            counter.OnPlan(default, plan, []);
            return new(format.Id, header.Width, header.Height, pass.Frames, header.FramesPerSecond, plan.Items.Length, pass.MaskedFrames)
            {
                Findings = counter.Counts,
                ReadFrames = pass.ReadFrames,
                Left = left.ToImmutableSortedDictionary(StringComparer.Ordinal),
            };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Frames between two looks are left out by the caller's choice; masks go through them.</summary>
    private void Count(VideoPass pass, RedactionObserver observer)
    {
        var ledger = new SearchLedger();
        ledger.CountIn("frames", Medium.Image);
        var looked = (pass.Frames + _options.Every - 1) / _options.Every;
        ledger.AddSearched(looked);
        ledger.AddExcluded(pass.Frames - looked);
        ledger.Close("video", observer);
    }

    /// <summary>The redacted sound as a file, or null where there is none to write.</summary>
    private string? Listen(VideoFfmpeg ffmpeg, string coded, DirectoryInfo folder, VideoSound? sound, CancellationToken cancellationToken)
    {
        if (_options.Audio != VideoAudio.Redact || !ffmpeg.HasSound(coded, cancellationToken)) return null;
        if (sound is null)
            throw new RedactionException(ErrorCodes.NoTranscript, "video",
                "The sound cannot be redacted: put the transcript beside the video under the same name; have one made with "
                + "--transcriber 'COMMAND {input}'; have all speech silenced with --without-transcript silence; or drop the sound.");
        var (plain, redacted) = (Path.Combine(folder.FullName, "plain.wav"), Path.Combine(folder.FullName, "redacted.wav"));
        ffmpeg.ExtractSound(coded, plain, cancellationToken);
        using var from = File.OpenRead(plain);
        using var to = File.Create(redacted);
        sound(from, to);
        return redacted;
    }

    /// <summary>Decodes the output and runs the detectors on it.</summary>
    private void LookAgain(
        VideoFfmpeg ffmpeg, string file, VideoPass pass, VideoHeader header, RedactionContext? context, CancellationToken cancellationToken)
    {
        using var decoder = ffmpeg.Decode(file, ffmpeg.Probe(file, cancellationToken), cancellationToken);
        var reader =
            new FrameReader(decoder, header with { Width = header.Width + header.Width % 2, Height = header.Height + header.Height % 2 });
        for (var frame = 0; reader.Read() is { } pixels; frame++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (frame % _options.Every == 0
                && _redactor.Plan(reader.View(pixels).AsSource(context)).Items
                    .Any(i => ResidueSearch.IsLeft(i.Finding.Region, pass.PaintedIn(frame))))
                throw new RedactionException(ErrorCodes.Residue, "video", "Detectors still find something in the output.");
            FrameReader.Return(pixels);
        }
    }
}
