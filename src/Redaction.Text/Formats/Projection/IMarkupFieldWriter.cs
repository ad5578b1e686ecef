using System.Text;

namespace Redaction.Text;

/// <summary>Writes the tokens of a marked-up document without the fields that do not leave.</summary>
internal interface IMarkupFieldWriter
{
    /// <summary>Takes the next token.</summary>
    /// <param name="token">As it is written.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="held">What is held back until something says whether it leaves.</param>
    /// <param name="output">Receives what leaves.</param>
    void Take(ReadOnlySpan<char> token, MarkupTokenKind kind, StringBuilder held, TextWriter output);

    /// <summary>Takes what the document breaks off in.</summary>
    void TakeCutOff(ReadOnlySpan<char> token, StringBuilder held, TextWriter output);

    /// <summary>Ends the document.</summary>
    void End(StringBuilder held, TextWriter output);
}
