namespace Redaction;

/// <summary>A part of a container: a body or an attachment.</summary>
/// <param name="Name">Its file name; null when it has none.</param>
/// <param name="MediaType">Its media type, lower case, such as <c>image/png</c>.</param>
internal readonly record struct FilePart(string? Name, string MediaType)
{
    /// <summary>Finds what the container knows to be in the part; null where it knows nothing.</summary>
    public ITextDetector? Known { get; init; }
}
