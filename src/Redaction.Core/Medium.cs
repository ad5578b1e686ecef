using System.Collections.Immutable;

namespace Redaction;

/// <summary>The media: what findings are places in. Policies, manifests and tables name them so.</summary>
/// <remarks>A video is images that follow each other; a transcript is text.</remarks>
public static class Medium
{
    /// <summary>Characters: documents and transcripts.</summary>
    public const string Text = "text";

    /// <summary>Pixels: images and videos.</summary>
    public const string Image = "image";

    /// <summary>Samples: recordings.</summary>
    public const string Audio = "audio";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [Text, Image, Audio];
}
