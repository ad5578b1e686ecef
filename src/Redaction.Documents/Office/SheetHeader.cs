using Redaction.Text;

namespace Redaction.Documents.Office;

/// <summary>The names of the columns of a sheet: the cells of a row of names, which need not be the first one.</summary>
internal sealed class SheetHeader
{
    private readonly Dictionary<int, (string Name, FieldMeaning? Meaning)> _columns = [];

    /// <summary>What the name of a column says of its cells; null when nothing.</summary>
    public FieldMeaning? MeaningOf(int column) => _columns.TryGetValue(column, out var known) ? known.Meaning : null;

    /// <summary>The name of a column; null where it has none.</summary>
    public string? NameOf(int column) => _columns.TryGetValue(column, out var known) ? known.Name : null;

    /// <summary>Takes a row for the names of the columns if it is one; says whether it is.</summary>
    /// <param name="row">Columns and texts; a number or date has no text.</param>
    /// <param name="next">The row below.</param>
    /// <param name="takesAny">True where words count that no table of names has.</param>
    public bool Take(IReadOnlyList<(int Column, string? Text)> row, IReadOnlyList<(int Column, string? Text)> next, bool takesAny)
    {
        if (row.Count == 0) return false;
        var (labels, names) = (0, new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        foreach (var (_, text) in row)
        {
            if (text is null || char.IsAsciiDigit(text[0]) || text.Contains('@') || !names.Add(text)) return false;
            if (OfficeNames.MeaningOfGiven(text) is not null) labels++;
        }
        if (labels == 0 ? !takesAny || _columns.Count > 0 || row.Count < 2 : IsForm(row, next, labels)) return false;
        if (_columns.Count > 0 && (labels < 2 || labels * 2 < row.Count)) return false;
        _columns.Clear();
        foreach (var (column, text) in row) _columns[column] = (text!, OfficeNames.MeaningOfGiven(text));
        return true;
    }

    /// <summary>A label with its value behind it, as forms have them one below the other.</summary>
    private static bool IsForm(
        IReadOnlyList<(int Column, string? Text)> row, IReadOnlyList<(int Column, string? Text)> next, int labels) =>
        row.Count > 1 && labels * 2 <= row.Count && PairNames.IsLabel(row[0].Text, out _) && !PairNames.IsLabel(row[1].Text, out _)
        && (next.Count == 0 || PairNames.IsLabel(next[0].Text, out _));
}
