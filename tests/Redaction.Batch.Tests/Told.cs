using System.Collections.Immutable;
using Redaction.Audio;
using Redaction.Image;

namespace Redaction.Batch.Tests;

/// <summary>What redactors tell of an item, and what a manifest makes of it.</summary>
internal sealed record Told(ImageFileSummary Image, VideoSummary Video, CallSummary Call)
{
    public static Told Random(Random random, string[] entities) => new(
        new("png", random.Next(1, 5000), random.Next(1, 5000), random.Next(1, 4), random.Next(2) == 0 ? [] : ["exif", "icc"])
        {
            MaskedShare = random.NextDouble(),
        },
        new(
            "mp4", random.Next(1, 5000), random.Next(1, 5000), random.Next(100), 1 + random.NextDouble() * 60,
            random.Next(9), random.Next(100)),
        new(random.NextDouble() * 1000, random.NextDouble() * 100)
        {
            IsDisguised = random.Next(2) == 0,
            SpokenSeconds = random.Next(2) * random.NextDouble() * 500,
            UnheardSeconds = random.Next(2) * random.NextDouble() * 500,
            SilencedSeconds = random.NextDouble() * 500,
            Proof = new()
            {
                SecondsByEntity = entities.Take(random.Next(4))
                    .ToImmutableSortedDictionary(static e => e, _ => random.NextDouble(), StringComparer.Ordinal),
                OverMasking = random.Next(2) == 0 ? null : random.NextDouble() * 3,
            },
        });

    public ManifestFacts Facts(string kind, VideoAudio sound) => kind switch
    {
        ItemKinds.Image => new()
        {
            Width = Image.Width,
            Height = Image.Height,
            Pages = Image.Pages,
            ShareMasked = Math.Round(Image.MaskedShare, 4),
            MetadataDropped = Image.MetadataDropped,
        },
        ItemKinds.Call => Heard(new() { Seconds = Math.Round(Call.Seconds, 3) }),
        ItemKinds.Video when sound == VideoAudio.Redact => Heard(Seen(sound)),
        ItemKinds.Video => Seen(sound),
        _ => new(),
    };

    private ManifestFacts Seen(VideoAudio sound) => new()
    {
        Width = Video.Width,
        Height = Video.Height,
        Frames = Video.Frames,
        FramesMasked = Video.MaskedFrames,
        FramesRead = Video.ReadFrames,
        Tracks = Video.Tracks,
        Seconds = Math.Round(Video.Frames / Video.FramesPerSecond, 3),
        Audio = sound.ToString().ToLowerInvariant(),
    };

    private ManifestFacts Heard(ManifestFacts facts) => facts with
    {
        SecondsMasked = Math.Round(Call.MaskedSeconds, 3),
        SecondsByEntity = Call.Proof.SecondsByEntity
            .ToImmutableSortedDictionary(static s => s.Key, static s => Math.Round(s.Value, 3), StringComparer.Ordinal),
        OverMasking = Call.Proof.OverMasking is { } ratio ? Math.Round(ratio, 3) : null,
        Unlocated = 0,
        SecondsUnheard = Math.Round(Call.UnheardSeconds, 3),
        SecondsSilenced = Math.Round(Call.SilencedSeconds, 3),
        ShareUnheard = Call.ShareUnheard is { } share ? Math.Round(share, 4) : null,
        Voices = Call.IsDisguised ? "disguised" : null,
    };
}
