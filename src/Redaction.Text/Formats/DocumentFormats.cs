using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>The built-in document formats.</summary>
public static class DocumentFormats
{
    /// <summary>All formats.</summary>
    public static ImmutableArray<IDocumentFormat> All { get; } = [new PlainText(), new Json(), new JsonLines(), new Csv(), new Html(), new Xml(), new Mail()];

    /// <summary>The format of an extension with its dot, whatever its case; null when there is none.</summary>
    public static IDocumentFormat? ForExtension(string extension)
    {
        ArgumentNullException.ThrowIfNull(extension);
        foreach (var format in All)
            if (format.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase)) return format;
        return null;
    }
}
