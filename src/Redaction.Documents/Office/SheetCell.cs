namespace Redaction.Documents.Office;

/// <summary>A cell with a value, while its piece of the sheet is worked on.</summary>
internal struct SheetCell
{
    /// <summary>Number of its column, from 0.</summary>
    public int Column;

    /// <summary>What its value is.</summary>
    public SheetValue Kind;

    /// <summary>Where its text stands among those of the piece.</summary>
    public TextSpan Text;

    /// <summary>Its characters in the sheet; empty where they stand elsewhere.</summary>
    public TextSpan Chars;

    /// <summary>Where its value stands in the sheet, without tags.</summary>
    public TextSpan Value;

    /// <summary>Where its value stands in the sheet, with tags.</summary>
    public TextSpan Element;

    /// <summary>The characters of its formula; empty where it has none of its own.</summary>
    public TextSpan Formula;

    /// <summary>Where its formula stands in the sheet, without tags.</summary>
    public TextSpan FormulaPlace;

    /// <summary>Number of its text among the shared ones.</summary>
    public int Shared;

    /// <summary>True when it shows a number as a date.</summary>
    public bool IsDate;
}
