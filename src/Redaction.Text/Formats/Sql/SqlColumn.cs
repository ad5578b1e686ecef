namespace Redaction.Text;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="IsRequired">True when NULL may not stand there.</param>
internal readonly record struct SqlColumn(string Name, CsvColumnKind Kind, bool IsRequired);
