using System.Collections.Immutable;

namespace Redaction;

/// <summary>How files are worked through, as manifests and reports call it.</summary>
internal static class ItemKinds
{
    /// <summary>It cannot be: no format reads it.</summary>
    public const string Unknown = "unknown";

    /// <summary>A document.</summary>
    public const string Text = "text";

    /// <summary>A transcript without its audio.</summary>
    public const string Transcript = "transcript";

    /// <summary>Audio with its transcript.</summary>
    public const string Call = "call";

    public const string Image = "image";

    public const string Video = "video";

    public static ImmutableArray<string> All { get; } = [Unknown, Text, Transcript, Call, Image, Video];
}
