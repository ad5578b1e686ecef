using System.Collections.Immutable;

namespace Redaction.Image;

/// <summary>Where in images, and in which sizes, findings count.</summary>
internal sealed record ImageScope
{
    /// <summary>Everywhere, in every size.</summary>
    public static ImageScope Everything { get; } = new();

    /// <summary>Only findings that touch one of these parts count.</summary>
    /// <value>Empty: the whole image.</value>
    public ImmutableArray<ScopeBox> Include { get; init; } = [];

    /// <summary>Findings that lie wholly within one of these parts are let through: a poster, a logo, the caption of a camera.</summary>
    /// <value>Empty.</value>
    public ImmutableArray<ScopeBox> Exclude { get; init; } = [];

    /// <summary>The sizes that count; every limit that is for a finding's type must hold.</summary>
    /// <value>Empty: all.</value>
    public ImmutableArray<SizeLimit> Sizes { get; init; } = [];

    /// <summary>True when nothing is let through.</summary>
    public bool IsEverything => Include.IsEmpty && Exclude.IsEmpty && Sizes.IsEmpty;

    /// <summary>The detectors, with findings out of scope left out.</summary>
    /// <exception cref="ArgumentException">A box has no area or a negative place.</exception>
    public IEnumerable<IImageDetector> Limit(IEnumerable<IImageDetector> detectors)
    {
        ArgumentNullException.ThrowIfNull(detectors);
        if (Include.Concat(Exclude).Any(static b => !b.IsValid))
            throw new ArgumentException("A part of an image has a place of 0 or more and a size above 0.");
        return IsEverything ? detectors : detectors.Select(d => new ScopedDetector(d, this));
    }

    internal bool Counts(in Finding<PixelBox> finding, int width, int height)
    {
        var box = finding.Region;
        if (!Include.IsEmpty && !Include.Any(b => b.Touches(box, width, height))) return false;
        if (Exclude.Any(b => b.Holds(box, width, height))) return false;
        var side = Math.Max(box.Width, box.Height);
        foreach (var limit in Sizes)
            if (limit.Entity.Matches(finding.Type.Name) && (side < limit.Min || side > limit.Max)) return false;
        return true;
    }
}
