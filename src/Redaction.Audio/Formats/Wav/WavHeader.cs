using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>What stands before the samples of a WAV file.</summary>
/// <param name="Kind">How a sample is stored.</param>
/// <param name="Channels">Samples per frame.</param>
/// <param name="SampleRate">Frames per second.</param>
/// <param name="Format">Content of the <c>fmt </c> chunk.</param>
/// <param name="Fact">Content of the <c>fact</c> chunk, if there is one.</param>
/// <param name="DataSize">Bytes of samples.</param>
/// <param name="IsRf64">The file has 64-bit sizes (EBU Tech 3306).</param>
internal sealed record WavHeader(SampleKind Kind, int Channels, int SampleRate, byte[] Format, byte[]? Fact, long DataSize, bool IsRf64)
{
    /// <summary>Chunks and other parts of the file that are left out, by name.</summary>
    public ImmutableSortedDictionary<string, long> Left { get; init; } = ImmutableSortedDictionary<string, long>.Empty;

    /// <summary>Bytes per frame.</summary>
    public int FrameSize => Channels * SampleCodec.Size(Kind);

    /// <summary>Number of frames.</summary>
    public long Frames => DataSize / FrameSize;

    /// <summary>Length of the recording in ticks of 100 ns, rounded up.</summary>
    public long Duration => (long)(((Int128)Frames * TimeSpan.TicksPerSecond + SampleRate - 1) / SampleRate);
}
