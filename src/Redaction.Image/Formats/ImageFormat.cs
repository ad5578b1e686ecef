using System.Collections.Immutable;

namespace Redaction.Image;

/// <summary>A file format of images.</summary>
internal sealed class ImageFormat : IFileFormat
{
    private readonly Func<ReadOnlySpan<byte>, bool> _recognises;

    internal ImageFormat(string id, string description, ImmutableArray<string> extensions, Func<ReadOnlySpan<byte>, bool> recognises)
    {
        Id = id;
        Description = description;
        Extensions = extensions;
        _recognises = recognises;
    }

    /// <summary>Lower-case name, such as <c>jpeg</c>.</summary>
    public string Id { get; }

    /// <summary>One sentence for help texts.</summary>
    public string Description { get; }

    /// <inheritdoc/>
    public string Medium => Redaction.Medium.Image;

    /// <summary>The file extensions with their dots, lower-case; the usual one first.</summary>
    public ImmutableArray<string> Extensions { get; }

    /// <inheritdoc/>
    public ImmutableArray<string> MediaTypes => ["image/" + Id];

    /// <summary>How another program reads and writes it; null where libvips does.</summary>
    public OuterCoding? Outer { get; init; }

    /// <summary>True when a file that begins with <paramref name="head"/> is of this format; 16 bytes suffice.</summary>
    public bool Recognises(ReadOnlySpan<byte> head) => _recognises(head);

    /// <inheritdoc/>
    /// <remarks>Content that is no image at all is left to the reader, which says whether it is cut off or something else.</remarks>
    public bool Recognises(ReadOnlySpan<byte> head, string name) => ImageFormats.Sniff(head) is not { } found || found == this;

    /// <summary>Returns <see cref="Id"/>.</summary>
    public override string ToString() => Id;
}
