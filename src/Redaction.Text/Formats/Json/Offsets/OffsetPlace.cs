namespace Redaction.Text;

/// <summary>A token of a record that tells of a range of a text of the same record.</summary>
/// <param name="Token">Number of the token.</param>
/// <param name="Role">What it says.</param>
/// <param name="Text">The first byte of the text's token.</param>
/// <param name="Range">The range, in UTF-16 code units.</param>
/// <param name="Unit">What the record counts.</param>
internal readonly record struct OffsetPlace(int Token, OffsetRole Role, int Text, TextSpan Range, OffsetUnit Unit);
