namespace Redaction.Text;

/// <summary>The other cells of a row, as far as they tell what a cell holds: words beside a number, and a label in the cell
/// before.</summary>
internal sealed class CsvNeighbours
{
    private const int FewestDigits = 5, LongestWord = 32, LongestWords = 160;

    /// <summary>What the current cell is told; the same for all cells of a table.</summary>
    public Surroundings Around { get; } = new();

    /// <summary>Reads the words of a row that has a number.</summary>
    public void Read(ReadOnlySpan<char> buffer, CsvRecord record)
    {
        Around.Clear();
        if (record.Cells.Count < 2 || !HoldsNumber(buffer, record)) return;
        Span<char> words = stackalloc char[LongestWords];
        var length = 0;
        foreach (var cell in record.Cells)
        {
            var text = buffer[cell.Start..cell.End];
            if (text.Length is < 2 or > LongestWord || text.ContainsAnyInRange('0', '9') || length + text.Length >= LongestWords) continue;
            text.CopyTo(words[length..]);
            length += text.Length;
            words[length++] = '\n';
        }
        if (length > 0) Around.Words = words[..length].ToString();
    }

    /// <summary>Stands at a cell: one that is nothing but a name names the cell behind it.</summary>
    public void Stand(ReadOnlySpan<char> buffer, CsvRecord record, int cell)
    {
        Around.Caption = null;
        if (cell == 0) return;
        var before = record.Cells[cell - 1];
        var text = buffer[before.Start..before.End];
        if (PairNames.IsLabel(text, out _)) Around.Caption = text.Trim().ToString();
    }

    private static bool HoldsNumber(ReadOnlySpan<char> buffer, CsvRecord record)
    {
        foreach (var cell in record.Cells)
            if (Digits.Count(buffer[cell.Start..cell.End]) >= FewestDigits) return true;
        return false;
    }
}
