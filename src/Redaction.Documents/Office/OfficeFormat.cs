using System.Collections.Immutable;
using Redaction.Text;

namespace Redaction.Documents.Office;

/// <summary>Office Open XML documents. See README.md in this folder.</summary>
internal sealed class OfficeFormat : IContainerFormat
{
    private const int LargestUnseekable = 256 << 20;
    private readonly ImmutableArray<string> _main;

    private OfficeFormat(string id, string description, ImmutableArray<string> extensions, ImmutableArray<string> mediaTypes,
        ImmutableArray<string> main)
    {
        (Id, Description, Extensions, MediaTypes, _main) = (id, description, extensions, mediaTypes, main);
    }

    /// <summary>Word, Excel and PowerPoint.</summary>
    public static ImmutableArray<IDocumentFormat> All { get; } =
    [
        new OfficeFormat("docx", "Word documents (Office Open XML): text, properties, comments, changes and parts; macros are dropped.",
            [".docx", ".dotx", ".docm", ".dotm"],
            ["application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
                "application/vnd.ms-word.document.macroenabled.12", "application/vnd.ms-word.template.macroenabled.12"],
            ["application/vnd.openxmlformats-officedocument.wordprocessingml.", "application/vnd.ms-word."]),
        new OfficeFormat("xlsx", "Excel workbooks (Office Open XML): cells by their column names, formulas, caches; macros are dropped.",
            [".xlsx", ".xltx", ".xlsm", ".xltm"],
            ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.template",
                "application/vnd.ms-excel.sheet.macroenabled.12", "application/vnd.ms-excel.template.macroenabled.12"],
            ["application/vnd.openxmlformats-officedocument.spreadsheetml.", "application/vnd.ms-excel."]),
        new OfficeFormat("pptx", "PowerPoint presentations (Office Open XML): slides, notes, masters, comments; macros are dropped.",
            [".pptx", ".potx", ".ppsx", ".pptm", ".potm", ".ppsm"],
            ["application/vnd.openxmlformats-officedocument.presentationml.presentation",
                "application/vnd.openxmlformats-officedocument.presentationml.template",
                "application/vnd.openxmlformats-officedocument.presentationml.slideshow",
                "application/vnd.ms-powerpoint.presentation.macroenabled.12", "application/vnd.ms-powerpoint.template.macroenabled.12",
                "application/vnd.ms-powerpoint.slideshow.macroenabled.12"],
            ["application/vnd.openxmlformats-officedocument.presentationml.", "application/vnd.ms-powerpoint."]),
    ];

    /// <inheritdoc/>
    public string Id { get; }

    /// <inheritdoc/>
    public string Description { get; }

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; }

    /// <inheritdoc/>
    public ImmutableArray<string> MediaTypes { get; }

    /// <summary>A ZIP archive, or what an encrypted document is in.</summary>
    public bool Recognises(ReadOnlySpan<byte> head, string name) =>
        head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    /// <inheritdoc/>
    /// <remarks>Parts that are not text are emptied.</remarks>
    public void Redact(Stream input, Stream output, DocumentJob job) => Redact(input, output, job, new TextParts(job));

    /// <inheritdoc/>
    public void Redact(Stream input, Stream output, DocumentJob job, IPartRedactor parts)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(parts);
        job = job.Begin("bytes");
        using var copy = input.CanSeek ? null : Copy(input, job.Cancellation);
        if (!LockedDocument.Begins(copy ?? input))
        {
            Run(copy ?? input, output, job, parts);
            return;
        }
        var opened = LockedDocument.Open(copy ?? input, parts.Settings<FilePasswords>()?.Values ?? [], job.Cancellation);
        try
        {
            using var content = new MemoryStream(opened);
            Run(content, output, job, parts);
        }
        finally
        {
            opened.AsSpan().Clear();
        }
    }

    private void Run(Stream input, Stream output, DocumentJob job, IPartRedactor parts)
    {
        using var package = OfficePackage.Open(input);
        if (!IsOurs(package))
            throw new RedactionException(
                ErrorCodes.WrongExtension, Id, $"The content is not {Id}: give the file the extension of what it holds.");
        new OfficeRedaction(package, new(job), parts).Run(output);
        job.End(this);
    }

    private bool IsOurs(OfficePackage package)
    {
        foreach (var relation in package.RelationsOf(""))
        {
            if (!relation.Type.EndsWith("/officeDocument", StringComparison.Ordinal)) continue;
            var type = package.TypeOf(relation.Target) ?? "";
            return _main.Any(m => type.StartsWith(m, StringComparison.Ordinal)) && type.EndsWith("main+xml", StringComparison.Ordinal);
        }
        return false;
    }

    private static MemoryStream Copy(Stream input, CancellationToken cancellation)
    {
        var copy = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = input.Read(buffer)) > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            if (copy.Length + read > LargestUnseekable)
                throw new RedactionException(ErrorCodes.TooLarge, "office", "The document is larger than 256 MiB and cannot be sought in.");
            copy.Write(buffer, 0, read);
        }
        copy.Position = 0;
        return copy;
    }
}
