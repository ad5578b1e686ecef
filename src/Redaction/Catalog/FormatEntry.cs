using System.Collections.Immutable;
using Redaction.Audio;
using Redaction.Image;

namespace Redaction;

/// <summary>A file format that can be redacted.</summary>
/// <param name="Id">Lower-case id.</param>
/// <param name="Kind"><c>text</c>, <c>image</c>, <c>video</c>, <c>transcript</c> or <c>audio</c>.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Extensions">With their dot, lower case.</param>
internal sealed record FormatEntry(string Id, string Kind, string Description, ImmutableArray<string> Extensions)
{
    internal static FormatEntry Of(IFileFormat format) => new(format.Id, KindOf(format), format.Description, format.Extensions);

    /// <summary>The medium, save for what a medium of another kind is made of.</summary>
    private static string KindOf(IFileFormat format) => format switch
    {
        ITranscriptFormat or KaldiDirectory => "transcript",
        VideoFormat => "video",
        _ => format.Medium,
    };
}
