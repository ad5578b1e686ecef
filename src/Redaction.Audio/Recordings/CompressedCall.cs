using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>Takes a compressed recording through WAV files in a private folder, which is gone afterwards:
/// memory stays bounded, disk does not.</summary>
internal sealed class CompressedCall : IDisposable
{
    private readonly CompressedAudio _format;
    private readonly AudioFfmpeg _ffmpeg = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("redaction-"); // readable by the owner only

    public CompressedCall(CompressedAudio format) => _format = format;

    private string Coded => Path.Combine(_folder.FullName, "in" + _format.Extension);

    /// <summary>Redacts.</summary>
    /// <param name="input">The compressed recording.</param>
    /// <param name="output">Receives it.</param>
    /// <param name="redact">Redacts a WAV stream into another one.</param>
    /// <param name="ct">Stops ffmpeg.</param>
    public CallSummary Run(Stream input, Stream output, Func<Stream, Stream, CallSummary> redact, CancellationToken ct)
    {
        using (var coded = File.Create(Coded))
        {
            input.CopyTo(coded);
            if (_format == CompressedAudio.InWav) WavLength.Repair(coded);
        }
        EnsureFormat();
        var bits = Bits();
        var (plain, masked, result) = (At("plain.wav"), At("masked.wav"), At("out" + _format.Extension));
        _ffmpeg.Decode(_format, Coded, plain, bits, ct);
        var left = _ffmpeg.Left(_format, Coded, ct).ToImmutableSortedDictionary(StringComparer.Ordinal);
        CallSummary summary;
        using (var from = File.OpenRead(plain))
        using (var to = File.Create(masked)) summary = redact(from, to);
        if (summary is { MaskedSeconds: 0, SilencedSeconds: 0, IsDisguised: false }) _ffmpeg.Copy(_format, Coded, result, ct);
        else _ffmpeg.Encode(_format, masked, result, bits, ct);
        using var done = File.OpenRead(result);
        done.CopyTo(output);
        return summary with { Left = left };
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Bits per sample of a FLAC file (RFC 9639, 8.2); lossy formats have none of their own.</summary>
    private int Bits()
    {
        if (!_format.IsLossless) return 16;
        Span<byte> head = stackalloc byte[22];
        using var stream = File.OpenRead(Coded);
        if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
            throw new RedactionException(ErrorCodes.Truncated, "flac");
        if (!head.StartsWith("fLaC"u8)) throw new RedactionException(ErrorCodes.Malformed, "flac", "The file does not begin as FLAC.");
        var bits = (((head[20] & 1) << 4) | (head[21] >> 4)) + 1;
        return bits <= 24 ? bits
            : throw new RedactionException(ErrorCodes.UnsupportedFormat, "flac",
                "FLAC of up to 24 bits is read; convert the recording to WAV.");
    }

    /// <summary>ffmpeg decodes anything as a codec without a head of its own.</summary>
    private void EnsureFormat()
    {
        if (_format.IsVideoToo) return; // what its tracks are is told by ffmpeg
        Span<byte> head = stackalloc byte[128];
        using var stream = File.OpenRead(Coded);
        head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        if (!_format.Recognises(head, Coded))
            throw new RedactionException(ErrorCodes.Malformed, _format.Id, "The content is not of this format.");
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);
}
