using System.Buffers;

namespace Redaction.Text;

/// <summary>Rows of ARFF, the format of Weka: <c>@ATTRIBUTE</c> names the columns of the rows below <c>@DATA</c>, in single or double
/// quotation marks or without; also rows that tell their columns by number (<c>{1 X, 3 Y}</c>).</summary>
internal static class ArffRows
{
    private const int MostColumns = 512;
    private const string Attribute = "@ATTRIBUTE", Data = "@DATA";
    private static readonly SearchValues<string> s_relation = SearchValues.Create(["@RELATION"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Adds the cells whose columns have known names.</summary>
    public static void Find(ReadOnlySpan<char> text, List<NamedPlace> places)
    {
        var at = text.IndexOfAny(s_relation);
        if (at < 0) return;
        var columns = new List<FieldMeaning?>();
        for (var line = at; line < text.Length;)
        {
            var end = text[line..].IndexOf('\n') is >= 0 and var length ? line + length : text.Length;
            var written = text[line..end].Trim();
            if (written.StartsWith(Attribute, StringComparison.OrdinalIgnoreCase) && columns.Count < MostColumns)
                columns.Add(FieldVocabulary.Of(Name(written[Attribute.Length..].Trim())));
            else if (written.StartsWith(Data, StringComparison.OrdinalIgnoreCase))
            {
                if (columns.Exists(static c => c is { Type.Name: not null })) Rows(text, end + 1, Together(columns), places);
                return;
            }
            line = end + 1;
        }
    }

    /// <summary>Beside other columns of persons, a column that may hold names holds them, also of one word.</summary>
    private static List<FieldMeaning?> Together(List<FieldMeaning?> columns)
    {
        var ofPersons = columns.Count(static c => c is { Type.Name: not null, Kind: not (FieldKind.Technical or FieldKind.Timestamp) });
        if (ofPersons > 1)
            for (var i = 0; i < columns.Count; i++)
                if (columns[i] is { Kind: FieldKind.Likely } likely && likely.Type == EntityTypes.Person)
                    columns[i] = likely with { Kind = FieldKind.Single };
        return columns;
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> rest)
    {
        if (rest is ['\'' or '"', ..] && rest[1..].IndexOf(rest[0]) is > 0 and var close) return rest.Slice(1, close);
        return rest.IndexOfAny(' ', '\t') is > 0 and var space ? rest[..space] : rest;
    }

    private static void Rows(ReadOnlySpan<char> text, int line, List<FieldMeaning?> columns, List<NamedPlace> places)
    {
        while (line < text.Length)
        {
            var end = text[line..].IndexOf('\n') is >= 0 and var length ? line + length : text.Length;
            if (text[line..end].TrimStart() is not (['%', ..] or [])) Row(text, line, end, columns, places);
            line = end + 1;
        }
    }

    private static void Row(ReadOnlySpan<char> text, int at, int end, List<FieldMeaning?> columns, List<NamedPlace> places)
    {
        var isSparse = text[at..end].TrimStart() is ['{', ..];
        if (isSparse) at = text[at..end].IndexOf('{') + at + 1;
        for (var column = 0; at < end; column++)
        {
            while (at < end && text[at] is ' ' or '\t') at++;
            var number = column;
            if (isSparse) at = AfterNumber(text, at, end, out number);
            var stop = CellEnd(text, at, end, out var cell);
            if (number >= 0 && number < columns.Count && columns[number] is { Type.Name: not null } meaning && cell.Length > 0
                && text.Slice(cell.Start, cell.Length) is not "?") places.Add(new(cell.Start, cell.End, meaning));
            at = stop + 1;
        }
    }

    private static int AfterNumber(ReadOnlySpan<char> text, int at, int end, out int number)
    {
        var digits = text[at..end].IndexOfAnyExceptInRange('0', '9');
        if (digits <= 0 || !int.TryParse(text.Slice(at, digits), out number)) number = -1;
        at += Math.Max(0, digits);
        while (at < end && text[at] is ' ' or '\t') at++;
        return at;
    }

    /// <summary>The comma behind a cell, or the end of the row; the cell is without its quotation marks.</summary>
    private static int CellEnd(ReadOnlySpan<char> text, int at, int end, out TextSpan cell)
    {
        if (at < end && text[at] is '\'' or '"')
        {
            var close = at + 1;
            while (close < end && text[close] != text[at]) close += text[close] == '\\' ? 2 : 1;
            cell = TextSpan.FromBounds(at + 1, Math.Min(close, end));
            return text[Math.Min(close, end)..end].IndexOf(',') is >= 0 and var next ? close + next : end;
        }
        var stop = text[at..end].IndexOf(',') is >= 0 and var comma ? at + comma : end;
        cell = new(at, text[at..stop].TrimEnd(" \t\r}").Length);
        return stop;
    }
}
