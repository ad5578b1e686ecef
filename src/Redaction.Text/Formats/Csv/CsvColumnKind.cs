namespace Redaction.Text;

/// <summary>What the cells of a column are, as far as the first records tell.</summary>
internal enum CsvColumnKind
{
    /// <summary>All are empty.</summary>
    Empty,
    /// <summary>Anything.</summary>
    Text,
    /// <summary>Numbers that no reader would keep as text.</summary>
    Number,
    /// <summary>Calendar dates, also with a time.</summary>
    Date,
}
