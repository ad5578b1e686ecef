using System.Collections.Immutable;

namespace Redaction;

/// <summary>A file format that can be redacted.</summary>
/// <param name="Id">Lower-case id.</param>
/// <param name="Kind"><c>text</c>, <c>image</c>, <c>video</c>, <c>transcript</c> or <c>audio</c>.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Extensions">With their dot, lower case.</param>
public sealed record FormatEntry(string Id, string Kind, string Description, ImmutableArray<string> Extensions);
