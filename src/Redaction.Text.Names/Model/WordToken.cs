namespace Redaction.Text.Names;

/// <summary>A word, number or sign, with the layout before it.</summary>
/// <param name="Start">Index of its first code unit.</param>
/// <param name="End">Index after its last code unit.</param>
/// <param name="Newlines">Line ends since the previous token; the start of the text counts as one.</param>
/// <param name="Gap">White space since the previous token, a tab counting four.</param>
internal readonly record struct WordToken(int Start, int End, int Newlines, int Gap)
{
    /// <summary>White space or the start of the text stands before it.</summary>
    public bool IsSpaced => Gap > 0 || Newlines > 0;
}
