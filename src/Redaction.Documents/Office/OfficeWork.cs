using System.Text;
using Redaction.Text;

namespace Redaction.Documents.Office;

/// <summary>What the parts of one document share while it is worked on.</summary>
internal sealed class OfficeWork(DocumentJob job)
{
    private const int MostChanged = 4096, LongestChanged = 255;

    /// <summary>What is to be done.</summary>
    public DocumentJob Job => job;

    /// <summary>The plans.</summary>
    public OfficePlans Plans { get; } = new(job);

    /// <summary>The names of sheets.</summary>
    public SheetNames Sheets { get; } = new();

    /// <summary>Texts of cells that were redacted, which names of columns in tables repeat, with what they became.</summary>
    public Dictionary<string, string> Changed { get; } = new(StringComparer.Ordinal);

    /// <summary>Which cell formats show a number as a date, by their index.</summary>
    public HashSet<int> DateStyles { get; } = [];

    /// <summary>True when days are counted from 1904.</summary>
    public bool CountsFrom1904 { get; set; }

    /// <summary>The texts of cells; null where there are none.</summary>
    public SharedStrings? Strings { get; set; }

    /// <summary>Takes in what became of a cell.</summary>
    public void NoteChange(ReadOnlySpan<char> written, ReadOnlySpan<CellEdit> edits)
    {
        if (Changed.Count >= MostChanged || written.Length > LongestChanged) return;
        var text = new StringBuilder();
        var position = 0;
        foreach (var edit in edits)
        {
            text.Append(written[position..edit.Start]).Append(edit.Text);
            position = edit.Start + edit.Length;
        }
        Changed[written.ToString()] = text.Append(written[position..]).ToString();
    }
}
