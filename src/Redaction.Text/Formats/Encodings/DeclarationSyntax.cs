namespace Redaction.Text;

/// <summary>Where texts of a format say which encoding they are in.</summary>
internal enum DeclarationSyntax
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>In a comment of the first lines (<c>coding: latin-1</c>), an XML declaration, CSS's or LaTeX's own command.</summary>
    Comment,

    /// <summary>In an XML declaration or a <c>meta</c> element.</summary>
    Markup,
}
