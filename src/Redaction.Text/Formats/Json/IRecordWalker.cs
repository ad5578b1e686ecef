namespace Redaction.Text;

/// <summary>Redacts records that are each a JSON text on a line of its own.</summary>
internal interface IRecordWalker
{
    /// <summary>1-based record.</summary>
    long Line { get; set; }

    /// <summary>Sees by its fields of what data type the next record is.</summary>
    void Resolve(ReadOnlySpan<byte> record);

    /// <summary>Redacts a whole record and returns how many bytes are done with and written.</summary>
    int WalkRecord(Span<byte> record, Stream output);

    /// <summary>Forgets the place within a record that was not read to its end.</summary>
    void Restart();

    /// <summary>Forgets the document.</summary>
    void Clear();
}
