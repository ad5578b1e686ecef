namespace Redaction.Documents.Office;

/// <summary>A token of XML.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Name">Where the name of a tag stands.</param>
/// <param name="IsEmpty">True for a tag that closes itself.</param>
internal readonly record struct OfficeXmlToken(OfficeXmlKind Kind, TextSpan Span, TextSpan Name = default, bool IsEmpty = false);
