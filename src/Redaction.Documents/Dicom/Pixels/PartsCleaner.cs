namespace Redaction.Documents.Dicom;

/// <summary>Hands encapsulated documents (PS3.3 section C.24.2) to their own format.</summary>
internal sealed class PartsCleaner(DicomWork work)
{
    private const uint Document = 0x00420011, MediaType = 0x00420012, DocumentLength = 0x00420015;

    /// <summary>Cleans the document; one that no format reads is refused, erased or kept as the policy says.</summary>
    public void Clean()
    {
        var (file, source) = (work.File, work.File.Source);
        if (file.Dataset.Find(Document) is not { Items: null, Fragments: null, Length: > 0 } document) return;
        const string Path = "$.EncapsulatedDocument";
        var type = file.Dataset.Find(MediaType) is { Items: null } named ? DicomValues.Ascii(named.In(source)).ToLowerInvariant() : "";
        var content = document.In(source);
        if (file.Dataset.Find(DocumentLength) is { Items: null, Length: 4 } length && !file.Dataset.Syntax.IsBigEndian
            && BitConverter.ToUInt32(length.In(source)) is var exact && exact <= content.Length) content = content[..(int)exact];
        using var input = new MemoryStream(content.ToArray());
        using var output = new MemoryStream();
        if (type.Length > 0 && work.Parts.Redact(new(null, type), input, output, new FrameObserver(work.Job.Observer, Path, 0)))
        {
            work.Embedded += document.Length;
            Put(document, output.ToArray());
            return;
        }
        var choice = work.Job.Account.Choice;
        work.AddUnsearched("encapsulated-document", document, Path, document.Length, choice);
        if (choice == UnsearchedChoice.Erase) Put(document, []);
    }

    private void Put(DicomElement document, byte[] content)
    {
        document.Replace(content.Length % 2 == 0 ? content : (byte[])[.. content, 0]);
        if (work.File.Dataset.Find(DocumentLength) is null || work.File.Dataset.Syntax.IsBigEndian) return;
        work.File.Dataset.Set(DocumentLength, Vr.UL, BitConverter.GetBytes((uint)content.Length));
    }
}
