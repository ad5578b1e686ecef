namespace Redaction.Batch;

/// <summary>For whom a view is rendered.</summary>
/// <param name="Role">The role, which decides.</param>
/// <param name="Who">The account that renders, which stands in the log.</param>
public sealed record ViewOptions(string Role, string Who)
{
    /// <summary>Purpose, for rules that ask for it.</summary>
    public string? Purpose { get; init; }

    /// <summary>Kind of data, for rules that ask for it.</summary>
    public string? DataType { get; init; }

    internal RedactionContext Context => new() { Role = Role, Purpose = Purpose, DataType = DataType };
}
