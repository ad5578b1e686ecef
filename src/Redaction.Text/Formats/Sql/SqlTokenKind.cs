namespace Redaction.Text;

/// <summary>Kinds of tokens of SQL.</summary>
internal enum SqlTokenKind
{
    /// <summary>White space and signs.</summary>
    Sign,
    /// <summary>A keyword or a plain identifier.</summary>
    Word,
    /// <summary>An identifier between quotes, backticks or brackets.</summary>
    QuotedName,
    /// <summary>A character string.</summary>
    Text,
    /// <summary>A number.</summary>
    Number,
    /// <summary>A comment, or a string between dollar signs: text with lines of its own.</summary>
    Comment,
}
