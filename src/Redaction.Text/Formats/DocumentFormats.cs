using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>The built-in document formats.</summary>
public static class DocumentFormats
{
    /// <summary>Plain text, Markdown, logs.</summary>
    public static IDocumentFormat PlainText { get; } = new PlainText();

    /// <summary>One JSON document.</summary>
    public static IDocumentFormat Json { get; } = new Json();

    /// <summary>One JSON record a line.</summary>
    public static IDocumentFormat JsonLines { get; } = new JsonLines();

    /// <summary>Columns with a header.</summary>
    public static IDocumentFormat Csv { get; } = new Csv();

    /// <summary>HTML pages.</summary>
    public static IDocumentFormat Html { get; } = new Html();

    /// <summary>XML documents.</summary>
    public static IDocumentFormat Xml { get; } = new Xml();

    /// <summary>E-mail messages with their parts.</summary>
    public static IDocumentFormat Mail { get; } = new Mail();

    /// <summary>Many e-mail messages in one file.</summary>
    public static IDocumentFormat Mailbox { get; } = new Mailbox();

    /// <summary>Calendars and contacts.</summary>
    public static IDocumentFormat ContentLines { get; } = new ContentLines();

    /// <summary>Entries of directories in LDIF (RFC 2849).</summary>
    public static IDocumentFormat Ldif { get; } = new Ldif();

    /// <summary>Settings in YAML 1.2.</summary>
    public static IDocumentFormat Yaml { get; } = SettingsText.Yaml();

    /// <summary>Settings in TOML 1.0.</summary>
    public static IDocumentFormat Toml { get; } = SettingsText.Toml();

    /// <summary>All formats.</summary>
    public static ImmutableArray<IDocumentFormat> All { get; } =
        [PlainText, Json, JsonLines, Csv, Html, Xml, Mail, Mailbox, ContentLines, Ldif, Yaml, Toml];
}
