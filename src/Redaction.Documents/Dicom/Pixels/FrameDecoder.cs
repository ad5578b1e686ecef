namespace Redaction.Documents.Dicom;

/// <summary>Decodes frames of JPEG 2000, JPEG-LS and lossless JPEG with the <c>ffmpeg</c> that is installed.</summary>
internal sealed class FrameDecoder
{
    private const string Why = "Frames of JPEG 2000, JPEG-LS and lossless JPEG are read with ffmpeg: install it.";
    private readonly FfmpegProgram _program;
    private readonly string _reader;
    private readonly CancellationToken _cancellation;

    private FrameDecoder(FfmpegProgram program, string reader, CancellationToken cancellation) =>
        (_program, _reader, _cancellation) = (program, reader, cancellation);

    /// <summary>The decoder of a transfer syntax; null where there is none, or no ffmpeg and the policy says what happens then.</summary>
    /// <exception cref="RedactionException">There is no ffmpeg, and what is not searched is refused.</exception>
    public static FrameDecoder? Of(DicomSyntax syntax, DicomWork work)
    {
        if (ReaderOf(syntax.Uid) is not { } reader) return null;
        try
        {
            return new(FfmpegProgram.Find(Why), reader, work.Job.Cancellation);
        }
        catch (RedactionException) when (work.Job.Account.Choice != UnsearchedChoice.Refuse)
        {
            return null;
        }
    }

    /// <summary>What decoded frames are like: sixteen bits for more than eight, and RGB for colours.</summary>
    public static PixelModule ModuleOf(PixelModule module) => module.Samples == 1 ? module
        : module with { Photometric = "RGB", Samples = 3, Allocated = 8, Stored = 8, HighBit = 7 };

    /// <summary>True when <see cref="Decode"/> gives the very values of a frame.</summary>
    public static bool IsExact(ReadOnlySpan<byte> frame, PixelModule module) =>
        JpegMarkers.Precision(frame) is { Bits: var bits } && bits <= module.Allocated && module.Allocated is 8 or 16;

    /// <summary>Decodes a frame into <see cref="ModuleOf"/>; null where it cannot be.</summary>
    public byte[]? Decode(ReadOnlyMemory<byte> frame, PixelModule module)
    {
        if (module.Allocated is not (8 or 16) || (module.Samples > 1 && module.Stored > 8)) return null;
        if (JpegMarkers.Precision(frame.Span) is not { } precision || precision.Bits > module.Allocated) return null;
        var length = checked((int)(ModuleOf(module).FrameBits / 8));
        var decoded = new byte[length];
        var format = module.Samples > 1 ? "rgb24" : module.Allocated == 8 ? "gray" : "gray16le";
        try
        {
            using var process = _program.Filter(
                ["-f", _reader, "-i", "pipe:0", "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", format, "pipe:1"], _cancellation);
            var feed = Task.Run(() => process.Feed(frame), _cancellation);
            var isWhole = process.Output.ReadAtLeast(decoded, length, throwOnEndOfStream: false) == length && process.Output.ReadByte() < 0;
            feed.Wait(_cancellation);
            process.Finish();
            if (!isWhole) return null;
        }
        catch (RedactionException e) when (e.Code == ErrorCodes.Malformed)
        {
            return null;
        }
        if (module.Samples == 1) Restore(decoded, module, precision.Bits, precision.IsSigned);
        return decoded;
    }

    /// <summary>Samples of 16 bits come with their bits at the top, and signed ones moved up by half of their range.</summary>
    private static void Restore(byte[] decoded, PixelModule module, int bits, bool isSigned)
    {
        var half = isSigned ? 1 << (bits - 1) : 0;
        var mask = (1 << module.Stored) - 1;
        if (module.Allocated == 8)
        {
            for (var i = 0; isSigned && i < decoded.Length; i++) decoded[i] = (byte)((decoded[i] - half) & mask);
            return;
        }
        for (var i = 0; i < decoded.Length; i += 2)
        {
            var value = ((decoded[i] | (decoded[i + 1] << 8)) >> (16 - bits)) - half;
            (decoded[i], decoded[i + 1]) = ((byte)(value & mask), (byte)((value & mask) >> 8));
        }
    }

    private static string? ReaderOf(string uid) => uid switch
    {
        "1.2.840.10008.1.2.4.57" or "1.2.840.10008.1.2.4.70" => "jpeg_pipe",
        "1.2.840.10008.1.2.4.80" or "1.2.840.10008.1.2.4.81" => "jpegls_pipe",
        "1.2.840.10008.1.2.4.90" or "1.2.840.10008.1.2.4.91" => "j2k_pipe",
        _ => null,
    };
}
