using System.Collections.Immutable;

namespace Redaction;

/// <summary>The data type of a record in which a field has a certain value.</summary>
/// <param name="Field">The field.</param>
/// <param name="Equal">The values.</param>
/// <param name="Is">The data type.</param>
internal readonly record struct RecordType(Glob Field, ImmutableArray<string> Equal, string Is);
