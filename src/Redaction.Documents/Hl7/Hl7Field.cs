namespace Redaction.Documents;

/// <summary>Where a part of a message stands and what it is.</summary>
/// <param name="Segment">Its segment.</param>
/// <param name="Number">The field, from 1 on.</param>
/// <param name="Component">The component, from 1 on; 0 for a repetition as a whole.</param>
/// <param name="Type">The datatype of the field; null where the table names none.</param>
/// <param name="Meaning">What it is.</param>
internal readonly record struct Hl7Field(string Segment, int Number, int Component, string? Type, Hl7Meaning Meaning)
{
    /// <summary>As the standard writes it: <c>PID-5.1</c>.</summary>
    public override string ToString() => Component > 0
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Segment}-{Number}.{Component}")
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Segment}-{Number}");
}
