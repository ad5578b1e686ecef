using Redaction.Text;

namespace Redaction.Documents.Dicom;

/// <summary>One file while it is worked on.</summary>
internal sealed class DicomWork
{
    /// <summary>Makes the work on a file.</summary>
    public DicomWork(DicomFile file, DocumentJob job, IPartRedactor parts, DicomSettings settings, DicomKeys keys)
    {
        (File, Job, Parts, Settings, Keys) = (file, job, parts, settings, keys);
        Ledger = file.Syntax.IsDeflated ? new(job.Account.Choice) : job.Account;
        Known = KnownValues.Of(file, settings);
        Redactor = Known.IsEmpty ? job.Redactor : job.Redactor.With(Known);
        Patient = DicomPatient.Of(file);
        Days = keys.Days(Patient);
    }

    public DicomFile File { get; }

    /// <summary>The account of the data set: the job's, or one of its own where it is deflated.</summary>
    public SearchLedger Ledger { get; }

    public DocumentJob Job { get; }

    public IPartRedactor Parts { get; }

    public DicomSettings Settings { get; }

    public DicomKeys Keys { get; }

    /// <summary>Finds what the header says.</summary>
    public KnownValues Known { get; }

    /// <summary>Plans and writes texts, with what the header says in mind.</summary>
    public TextRedactor Redactor { get; }

    /// <summary>Whom the file is about.</summary>
    public string Patient { get; }

    /// <summary>By how many days dates are moved.</summary>
    public int Days { get; }

    /// <summary>True once a date was moved.</summary>
    public bool HasMovedDates { get; set; }

    /// <summary>Bytes that the detectors looked at.</summary>
    public long Searched { get; set; }

    /// <summary>Bytes that the profile left out or replaced.</summary>
    public long Excluded { get; set; }

    /// <summary>Bytes that were handed on.</summary>
    public long Embedded { get; set; }

    /// <summary>Bytes that nothing could search.</summary>
    public long Unsearched { get; private set; }

    /// <summary>Notes what nothing could search.</summary>
    public void AddUnsearched(string kind, DicomElement element, string path, long amount, UnsearchedChoice done)
    {
        if (amount == 0) return;
        Unsearched += amount;
        Ledger.AddUnsearched(new(kind, amount, done) { Path = path, Offset = File.Syntax.IsDeflated ? -1 : element.ValueStart });
    }
}
