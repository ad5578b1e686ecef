namespace Redaction.Documents.Office;

/// <summary>What the value of a cell is.</summary>
internal enum SheetValue
{
    /// <summary>Nothing that could hold a value: none, a truth value, an error.</summary>
    None,
    /// <summary>One of the shared texts.</summary>
    Shared,
    /// <summary>A text in the sheet.</summary>
    Text,
    /// <summary>A number or a date.</summary>
    Number,
}
