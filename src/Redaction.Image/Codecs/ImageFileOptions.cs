using System.Collections.Immutable;

namespace Redaction.Image;

/// <summary>Limits and choices for image files.</summary>
public sealed record ImageFileOptions
{
    /// <summary>The metadata kinds that can be kept.</summary>
    public static ImmutableArray<string> Keepable { get; } = ["icc"];

    /// <summary>The usual limits; all metadata is dropped.</summary>
    public static ImageFileOptions Default { get; } = new();

    /// <summary>The most pixels a file may hold, all pages together; checked before any is decoded.</summary>
    /// <value>200 million.</value>
    public long MaxPixels { get; init; } = 200_000_000;

    /// <summary>The largest file that is read.</summary>
    /// <value>1 GiB.</value>
    public long MaxBytes { get; init; } = 1L << 30;

    /// <summary>Quality of lossy WebP, and the least quality of JPEG files that have to be encoded anew at other steps than
    /// their own, 1 to 100.</summary>
    /// <value>95.</value>
    public int Quality { get; init; } = 95;

    /// <summary>Metadata kinds to keep, of <see cref="Keepable"/>. Keeping <c>icc</c> leaves the pixels in the
    /// file's own colour space.</summary>
    /// <value>None.</value>
    public ImmutableArray<string> Keep { get; init; } = [];

    /// <summary>Whether the output is read again and looked through for what is still found in it.</summary>
    /// <value>Off.</value>
    public ResidueCheck Residue { get; init; }

    /// <summary>Longer side of the thumbnail of the redacted image in the summary; 0 makes none.</summary>
    /// <value>0.</value>
    public int ThumbnailSide { get; init; }

    /// <summary>What happens to a file of which not every page or frame can be decoded; the others are not written.</summary>
    /// <value>It is refused. To keep them is not possible: <see cref="UnsearchedChoice.Keep"/> leaves them out too.</value>
    public UnsearchedChoice Unsearched { get; init; }

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxPixels, nameof(MaxPixels));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxBytes, nameof(MaxBytes));
        ArgumentOutOfRangeException.ThrowIfNegative(ThumbnailSide, nameof(ThumbnailSide));
        if (Quality is < 1 or > 100) throw new ArgumentOutOfRangeException(nameof(Quality), Quality, "Quality lies within 1 and 100.");
        foreach (var kind in Keep)
            if (!Keepable.Contains(kind))
                throw new ArgumentException($"Metadata '{kind}' cannot be kept (valid: {string.Join(", ", Keepable)}).");
    }
}
