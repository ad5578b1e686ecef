namespace Redaction.Audio;

/// <summary>Frames to be put back into a recording.</summary>
/// <param name="FirstFrame">Index of the first of them.</param>
/// <param name="Stored">The frames as the file stores them.</param>
internal sealed record AudioPatch(long FirstFrame, ReadOnlyMemory<byte> Stored)
{
    /// <summary>Writes a WAV file with frames put back.</summary>
    /// <exception cref="RedactionException">The file cannot be read, or a patch lies outside it
    /// (<see cref="ErrorCodes.Integrity"/>).</exception>
    public static void PutBack(
        Stream redacted, Stream output, IEnumerable<AudioPatch> patches, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(redacted);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(patches);
        var header = WavReader.Read(redacted);
        (long, ReadOnlyMemory<byte>)[] parts = [.. patches.Select(static p => (p.FirstFrame, p.Stored))];
        foreach (var (first, stored) in parts)
            if (first < 0 || stored.Length % header.FrameSize != 0 || first + stored.Length / header.FrameSize > header.Frames)
                throw new RedactionException(ErrorCodes.Integrity, "wav", "The samples belong to another recording.");
        WavWriter.PutBack(header, redacted, output, parts, cancellationToken);
    }

    /// <summary>Frames per second of a WAV file, whose position stays as it is.</summary>
    /// <param name="wav">Can be sought.</param>
    /// <exception cref="NotSupportedException">The stream cannot be sought.</exception>
    /// <exception cref="RedactionException">The file cannot be read.</exception>
    public static int RateOf(Stream wav)
    {
        ArgumentNullException.ThrowIfNull(wav);
        var position = wav.Position;
        var rate = WavReader.Read(wav).SampleRate;
        wav.Position = position;
        return rate;
    }

    /// <summary>Writes the part of a WAV file between two times: a slice for a task.</summary>
    /// <param name="wav">The recording.</param>
    /// <param name="output">Receives the slice.</param>
    /// <param name="span">What is cut out; what lies outside the recording is left away.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="RedactionException">The file cannot be read.</exception>
    public static void Cut(Stream wav, Stream output, AudioSpan span, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(wav);
        ArgumentNullException.ThrowIfNull(output);
        WavWriter.Cut(WavReader.Read(wav), wav, output, span, cancellationToken);
    }
}
