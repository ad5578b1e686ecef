using Redaction.Image;

namespace Redaction;

/// <summary>What a policy says about videos besides its rules. What it does not say is null.</summary>
internal sealed record VideoSettings
{
    /// <summary>A policy that says nothing.</summary>
    public static VideoSettings None { get; } = new();

    /// <summary>What happens to the sound.</summary>
    public VideoAudio? Audio { get; init; }

    /// <summary>Detectors run on every how manyth frame.</summary>
    public int? Every { get; init; }

    /// <summary>Seconds that a mask stays where nothing is seen.</summary>
    public double? Memory { get; init; }

    /// <summary>Written text is read in every how manyth frame at the most.</summary>
    public int? TextEvery { get; init; }

    /// <summary>What happens to the sound, said or not.</summary>
    internal VideoAudio Sound => Audio ?? VideoOptions.Default.Audio;

    /// <summary>These settings, and those of <paramref name="basis"/> where these say nothing.</summary>
    internal VideoSettings Over(VideoSettings basis) =>
        new()
        {
            Audio = Audio ?? basis.Audio,
            Every = Every ?? basis.Every,
            Memory = Memory ?? basis.Memory,
            TextEvery = TextEvery ?? basis.TextEvery,
        };

    /// <summary>The options of a run under this policy.</summary>
    internal VideoOptions Options(ResidueCheck residue) => new()
    {
        Audio = Sound,
        Every = Every ?? VideoOptions.Default.Every,
        Memory = Memory ?? VideoOptions.Default.Memory,
        TextEvery = TextEvery ?? VideoOptions.Default.TextEvery,
        Residue = residue,
    };
}
