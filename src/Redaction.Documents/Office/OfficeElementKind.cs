namespace Redaction.Documents.Office;

/// <summary>What an element is for whoever reads the text of a part.</summary>
internal enum OfficeElementKind
{
    /// <summary>Anything else.</summary>
    Other,
    /// <summary>Holds a text of its own.</summary>
    Paragraph,
    /// <summary>Holds a piece of the paragraph's text.</summary>
    Text,
    /// <summary>A piece that a tracked change has taken out.</summary>
    DeletedText,
    /// <summary>A piece of what a field does.</summary>
    Instruction,
    /// <summary>A run.</summary>
    Run,
    /// <summary>A tab, in a run.</summary>
    Tab,
    /// <summary>A line break, in a run.</summary>
    Break,
    /// <summary>A hyphen, in a run.</summary>
    Hyphen,
    /// <summary>A character of a font, in a run.</summary>
    Symbol,
    /// <summary>The beginning, middle or end of a field.</summary>
    FieldMark,
    /// <summary>Text that a tracked change has put in.</summary>
    Inserted,
    /// <summary>Text that a tracked change has taken out.</summary>
    Deleted,
    /// <summary>A table.</summary>
    Table,
    /// <summary>A row of a table.</summary>
    Row,
    /// <summary>A cell of a table.</summary>
    Cell,
    /// <summary>A content control.</summary>
    Control,
    /// <summary>A formula of a sheet or chart.</summary>
    Formula,
    /// <summary>A row of a sheet.</summary>
    SheetRow,
    /// <summary>A cell of a sheet.</summary>
    SheetCell,
    /// <summary>A column of cached values of a pivot table.</summary>
    CacheField,
    /// <summary>Numbers that a chart keeps.</summary>
    NumberCache,
    /// <summary>What is always taken out.</summary>
    Dropped,
}
