using System.IO.Compression;
using System.Text;
using Redaction.Text;

namespace Redaction.Documents.Office;

/// <summary>Redacts a package part by part: first all texts are planned, then all parts are written, sheets first, as what they hold is
/// looked for in what repeats it.</summary>
internal sealed class OfficeRedaction(OfficePackage package, OfficeWork work, IPartRedactor parts)
{
    private const long LargestFile = 512 << 20;
    private static readonly DateTimeOffset s_time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly OfficeRelations _relations = new(package, work);
    private int _blanks;

    /// <summary>Writes the package.</summary>
    public void Run(Stream output)
    {
        new OfficeSurvey(package, work).Run();
        SheetTables.Read(package, work);
        var written = package.Parts.Where(static p => !p.IsGone).OrderBy(Order).ThenBy(static p => p.Name, StringComparer.Ordinal).ToList();
        foreach (var part in written.Where(static p => p.Kind is OfficePartKind.Text or OfficePartKind.Relationships)) Gather(part);
        work.Plans.Finish();
        if (output == Stream.Null)
        {
            foreach (var part in written) Write(part, null);
            return;
        }
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var part in written) Write(part, zip);
    }

    private static int Order(OfficePart part) => part.Kind switch
    {
        OfficePartKind.Relationships when part.Name == "_rels/.rels" => 0,
        OfficePartKind.Sheet => 1,
        OfficePartKind.Strings => 2,
        OfficePartKind.Picture or OfficePartKind.File => 3,
        OfficePartKind.Types => 5,
        _ => 4,
    };

    private void Gather(OfficePart part)
    {
        work.Job.Cancellation.ThrowIfCancellationRequested();
        if (part.Kind == OfficePartKind.Relationships) { _relations.Redact(part); return; }
        using var input = OfficePackage.Content(part.Entry);
        PartRewriter.Redact(work, part, input, Stream.Null);
    }

    private void Write(OfficePart part, ZipArchive? zip)
    {
        work.Job.Cancellation.ThrowIfCancellationRequested();
        switch (part.Kind)
        {
            case OfficePartKind.Relationships: WriteText(part, zip, _relations.Redact(part)); break;
            case OfficePartKind.Types:
                work.Job.Account.AddStructure(part.Entry.Length);
                WriteText(part, zip, OfficeTypes.Write(package));
                break;
            case OfficePartKind.Strings: WriteStrings(part, zip); break;
            case OfficePartKind.Picture or OfficePartKind.File: WriteFile(part, zip); break;
            case OfficePartKind.Unknown: WriteText(part, zip, null); break;
            default: WriteXml(part, zip); break;
        }
    }

    private void WriteXml(OfficePart part, ZipArchive? zip)
    {
        using var input = OfficePackage.Content(part.Entry);
        using var output = Open(part.NewName, zip);
        PartRewriter.Redact(work, part, input, output);
    }

    private static void WriteText(OfficePart part, ZipArchive? zip, string? text)
    {
        using var output = Open(part.NewName, zip);
        if (text is not null) { output.Write(Encoding.UTF8.GetBytes(text)); return; }
        using var input = OfficePackage.Content(part.Entry);
        input.CopyTo(output);
    }

    private void WriteStrings(OfficePart part, ZipArchive? zip)
    {
        work.Job.Account.AddSearched(part.Entry.Length);
        using var output = Open(part.NewName, zip);
        work.Strings!.RedactUnused(work.Plans, work.Job.Context, part.NewName);
        if (!work.Strings.IsChanged)
        {
            using var input = OfficePackage.Content(part.Entry);
            input.CopyTo(output);
            return;
        }
        using var writer = new StreamWriter(output, SheetTables.EncodingOf(part), 1 << 16, leaveOpen: true);
        work.Strings.Write(writer);
    }

    /// <summary>A picture or file is redacted by its own format; one that no format reads becomes blank or empty.</summary>
    private void WriteFile(OfficePart part, ZipArchive? zip)
    {
        var length = part.Entry.Length;
        if (length > LargestFile)
            throw new RedactionException(ErrorCodes.TooLarge, "office", "A file in the document is larger than 512 MiB.");
        using var content = new MemoryStream();
        using (var input = OfficePackage.Content(part.Entry)) input.CopyTo(content);
        content.Position = 0;
        if (content.GetBuffer().AsSpan(0, (int)content.Length).SequenceEqual(OfficePictures.Blank))
        {
            work.Job.Account.AddStructure(length);
            WriteText(part, zip, null);
            return;
        }
        using var redacted = new MemoryStream();
        var observer = new MailPartObserver(work.Job.Observer, work.Job.Account, part.NewName);
        var name = part.NewName[(part.NewName.LastIndexOf('/') + 1)..];
        if (length > 0 && parts.Redact(new(name, part.MediaType), content, zip is null ? Stream.Null : redacted, observer))
        {
            work.Job.Account.AddEmbedded(length);
            using var output = Open(part.NewName, zip);
            redacted.Position = 0;
            redacted.CopyTo(output);
            return;
        }
        if (part.MediaType == "image/svg+xml")
        {
            (part.IsCustom, part.IsPlannedOnce) = (true, true);
            WriteXml(part, zip);
            return;
        }
        var kind = part.Kind == OfficePartKind.Picture ? "picture" : "embedded-file";
        if (length > 0) work.Job.Account.AddUnsearched(new(kind, length, UnsearchedChoice.Erase) { Path = part.NewName });
        WriteBlank(part, zip);
    }

    private void WriteBlank(OfficePart part, ZipArchive? zip)
    {
        if (part.Kind == OfficePartKind.Picture)
        {
            do
            {
                part.NewName = $"{part.Name[..(part.Name.LastIndexOf('/') + 1)]}blank{++_blanks}.png";
            }
            while (package.Find(part.NewName) is not null);
            part.NewMediaType = "image/png";
        }
        using var output = Open(part.NewName, zip);
        if (part.Kind == OfficePartKind.Picture) output.Write(OfficePictures.Blank);
    }

    private static Stream Open(string name, ZipArchive? zip)
    {
        if (zip is null) return Stream.Null;
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = s_time;
        return entry.Open();
    }
}
