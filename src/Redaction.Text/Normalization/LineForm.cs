namespace Redaction.Text;

/// <summary>Formats of records whose lines begin with a tag.</summary>
internal enum LineForm
{
    /// <summary>Other text.</summary>
    None,

    /// <summary>QIF, the Quicken Interchange Format: a letter without a space.</summary>
    Qif,

    /// <summary>GEDCOM, trees of families: a level, a tag and a value.</summary>
    Gedcom,

    /// <summary>References in RIS, and those of PubMed: a tag, spaces and a hyphen.</summary>
    Reference,

    /// <summary>Statements of accounts in SWIFT's MT 940 and 942: a number between colons, and parts after a question mark.</summary>
    Statement,

    /// <summary>IGC, records of flights: names in headers, and fixes.</summary>
    Flight,

    /// <summary>PGN, games of chess: a tag and a quoted value in brackets.</summary>
    Game,
}
