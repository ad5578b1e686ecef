using System.Collections.Immutable;
using Redaction.Text;

namespace Redaction.Documents.Dicom;

/// <summary>DICOM files. See README.md in this folder.</summary>
internal sealed class DicomFormat : IContainerFormat
{
    private const int LargestFile = 1 << 30;

    /// <inheritdoc/>
    public string Id => DicomFault.Id;

    /// <inheritdoc/>
    public string Description =>
        "DICOM (PS3.10): attributes by the Basic Profile of PS3.15, descriptions by the detectors, text in pixels masked.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".dcm", ".dicom", ".dic", ".ima"];

    /// <inheritdoc/>
    public ImmutableArray<string> MediaTypes { get; } = ["application/dicom"];

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head, string name) => DicomFileReader.HasPrefix(head) || DicomFileReader.IsPlausible(head);

    /// <summary>True for content that is DICOM whatever the file is called.</summary>
    public static bool Begins(ReadOnlySpan<byte> head) => DicomFileReader.HasPrefix(head) || DicomFileReader.IsCertain(head);

    /// <inheritdoc/>
    /// <remarks>Pictures are not searched: a file with pixels is refused unless the redactor says otherwise.</remarks>
    public void Redact(Stream input, Stream output, DocumentJob job) => Redact(input, output, job, new TextParts(job));

    /// <inheritdoc/>
    public void Redact(Stream input, Stream output, DocumentJob job, IPartRedactor parts)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(parts);
        job = job.Begin("bytes");
        var bytes = ReadAll(input, job.Cancellation);
        try
        {
            var file = DicomFileReader.Read(bytes);
            var settings = parts.Settings<DicomSettings>() ?? DicomSettings.Default;
            var work = new DicomWork(file, job, parts, settings, parts.Settings<DicomKeys>() ?? new(null, ""));
            Clean(work);
            Close(work, job);
            job.End(this);
            if (output != Stream.Null) new DicomWriter(file).Write(output);
        }
        finally
        {
            bytes.AsSpan().Clear();
        }
    }

    private static void Clean(DicomWork work)
    {
        SampleTexts.Check(work.File, work.Settings);
        new PartsCleaner(work).Clean();
        var pixels = new PixelCleaner(work).Clean();
        new DatasetCleaner(work).Clean(work.File.Dataset);
        var marks = new FileMarks(work);
        marks.CleanMeta();
        marks.Set(pixels);
    }

    /// <summary>What is neither value nor pixel is structure: tags, lengths, delimiters, numbers, codes.</summary>
    private static void Close(DicomWork work, DocumentJob job)
    {
        var file = work.File;
        var ledger = work.Ledger;
        ledger.AddSearched(work.Searched);
        ledger.AddExcluded(work.Excluded);
        ledger.AddEmbedded(work.Embedded);
        ledger.AddStructure(file.Source.Length - work.Searched - work.Excluded - work.Embedded - work.Unsearched);
        if (ledger == job.Account) return;
        job.Account.AddStructure(file.BodyStart);
        job.Account.AddEmbedded(file.Bytes.Length - file.BodyStart);
        job.Account.AddPart("dataset", ledger);
    }

    private static byte[] ReadAll(Stream input, CancellationToken cancellation)
    {
        if (input.CanSeek && input.Length - input.Position > LargestFile) throw TooLarge();
        using var file = new MemoryStream(input.CanSeek ? (int)(input.Length - input.Position) : 0);
        var chunk = new byte[1 << 16];
        for (int read; (read = input.Read(chunk)) > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            if (file.Length + read > LargestFile) throw TooLarge();
            file.Write(chunk, 0, read);
        }
        return file.GetBuffer().Length == file.Length ? file.GetBuffer() : file.ToArray();
    }

    private static RedactionException TooLarge() => DicomFault.Of(ErrorCodes.TooLarge, "The file is larger than 1 GiB.");
}
