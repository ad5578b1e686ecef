namespace Redaction.Governance;

/// <summary>A file that was written for a project.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Dataset">Name of the data set.</param>
/// <param name="Source">The file in the data set that it was made from; empty when it concerns all of it.</param>
/// <param name="Kind"><c>output</c>, <c>manifest</c>, <c>report</c>, <c>view</c>, <c>export</c> or <c>slice</c>.</param>
/// <param name="Sha256">Digest when it was written, lower-case hex.</param>
/// <param name="Bytes">Length.</param>
/// <param name="Written">When.</param>
public sealed record RegisteredFile(
    string Path, string Dataset, string Source, string Kind, string Sha256, long Bytes, DateTimeOffset Written)
{
    /// <summary>When it is to be deleted; null: nobody said.</summary>
    public DateTimeOffset? RetainUntil { get; init; }

    /// <summary>For whom it was made: a role or an account.</summary>
    public string? Recipient { get; init; }

    /// <summary>When it was deleted; null while it is not.</summary>
    public DateTimeOffset? Deleted { get; init; }
}
