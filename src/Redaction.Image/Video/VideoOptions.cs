namespace Redaction.Image;

/// <summary>Choices for videos.</summary>
public sealed record VideoOptions
{
    /// <summary>Looks at every frame, keeps masks for 0.4 seconds, drops the sound.</summary>
    public static VideoOptions Default { get; } = new();

    /// <summary>Detectors run on every how manyth frame; between them masks are interpolated.</summary>
    /// <value>1.</value>
    public int Every { get; init; } = 1;

    /// <summary>Written text is read in every how manyth frame, and whenever the picture has changed since it was read; never further apart
    /// than masks last (<see cref="Memory"/>).</summary>
    /// <value>10.</value>
    public int TextEvery { get; init; } = 10;

    /// <summary>How long a mask stays before the first and after the last sight of a thing,
    /// and the longest gap that is bridged, in seconds. Frames of this length are held in memory.</summary>
    /// <value>0.4.</value>
    public double Memory { get; init; } = 0.4;

    /// <summary>What happens to the sound.</summary>
    /// <value>Drop.</value>
    public VideoAudio Audio { get; init; } = VideoAudio.Drop;

    /// <summary>The most bytes of frames that are held at once; a video that needs more is refused.</summary>
    /// <value>1 GiB.</value>
    public long MaxWindowBytes { get; init; } = 1L << 30;

    /// <summary>Whether the output is decoded again and looked through; <see cref="ResidueCheck.Mask"/> fails like
    /// <see cref="ResidueCheck.Fail"/>.</summary>
    /// <value>Off.</value>
    public ResidueCheck Residue { get; init; }

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Every, 1, nameof(Every));
        ArgumentOutOfRangeException.ThrowIfLessThan(TextEvery, 1, nameof(TextEvery));
        if (!(Memory is >= 0 and <= 10))
            throw new ArgumentOutOfRangeException(nameof(Memory), Memory, "The memory lies within 0 and 10 seconds.");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxWindowBytes, nameof(MaxWindowBytes));
        if (!Enum.IsDefined(Audio))
            throw new ArgumentException($"There is no such choice for audio (valid: {string.Join(", ", Enum.GetNames<VideoAudio>())}).");
    }

    /// <summary>Frames that a mask stays, and that are held; at least enough to reach over two looks.</summary>
    internal int Window(double framesPerSecond) => Math.Max((int)Math.Ceiling(Memory * framesPerSecond), Every == 1 ? 1 : 2 * Every);
}
