namespace Redaction.Audio;

/// <summary>How a word is written.</summary>
[Flags]
internal enum WordMarks : ushort
{
    None = 0,
    /// <summary>One letter.</summary>
    Letter = 1,
    /// <summary>Digits, with or without signs between them.</summary>
    Digits = 2,
    /// <summary>A number with a currency, a percent sign, a decimal point, thousands, or a time.</summary>
    Quantity = 4,
    /// <summary>Letters and digits.</summary>
    Mixed = 8,
    /// <summary>Begins with a capital.</summary>
    Capital = 16,
    /// <summary>A full stop, question mark or exclamation mark follows.</summary>
    EndsSentence = 32,
    /// <summary>A comma or colon follows.</summary>
    EndsClause = 64,
    /// <summary>Holds a sign that makes it written rather than spoken, such as an at sign.</summary>
    Written = 128,
    /// <summary>One character of a script that sets no spaces.</summary>
    Alone = 256,
    /// <summary>A part of an everyday word of such a script.</summary>
    InCommon = 512,
}
