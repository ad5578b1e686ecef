using System.Collections.Immutable;

namespace Redaction.Governance;

/// <summary>A file in which a forgotten person appeared, without its name.</summary>
/// <param name="Dataset">Name of the data set.</param>
/// <param name="NameSha256">SHA-256 of the file's name in its manifest, lower-case hex.</param>
/// <param name="Lines">Numbers of the records; empty where there are none.</param>
/// <param name="Types">Entity types under which it was found.</param>
/// <param name="Count">How many places.</param>
internal sealed record ErasedPlace(string Dataset, string NameSha256, ImmutableArray<long> Lines, ImmutableArray<string> Types, int Count);
