using System.Collections.Immutable;

namespace Redaction.Documents.Pdf;

/// <summary>Passwords that the caller has for encrypted files; which belongs to which is found out by trying.</summary>
/// <remarks>Its <see cref="object.ToString"/> tells none of them.</remarks>
internal sealed class PdfPasswords(ImmutableArray<string> values)
{
    public ImmutableArray<string> Values => values;
}
