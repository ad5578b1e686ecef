using Redaction.Text;

namespace Redaction.Documents.Columns;

/// <summary>Some rows.</summary>
internal sealed class ParquetPiece : AheadPiece
{
    public List<ParquetRow> Rows { get; } = [];

    public override void Dispose() => Rows.Clear();
}
