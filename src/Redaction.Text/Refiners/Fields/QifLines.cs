namespace Redaction.Text;

/// <summary>Records of QIF, the Quicken Interchange Format: a letter without a space says what its line holds.</summary>
internal static class QifLines
{
    /// <summary>True for such a text: its first line, or the line that ends a record of dates and amounts.</summary>
    public static bool Are(ReadOnlySpan<char> text) => text.TrimStart('\uFEFF') is ['!', .. var rest]
        && (rest.StartsWith("Type:") || rest.StartsWith("Account") || rest.StartsWith("Option:") || rest.StartsWith("Clear:"));

    /// <summary>Adds payees and addresses.</summary>
    public static void Find(ReadOnlySpan<char> text, List<NamedPlace> places)
    {
        if (!Are(text)) return;
        for (var line = 0; line < text.Length;)
        {
            var end = text[line..].IndexOf('\n') is >= 0 and var length ? line + length : text.Length;
            var value = text[line..end].TrimEnd('\r');
            if (value.Length > 2 && value[0] == 'P' && NamedForms.IsName(value[1..], fewest: 2) && !NameWords.NameThing(value[1..]))
                places.Add(new(line + 1, line + value.Length, new(EntityTypes.Person, FieldKind.Whole)));
            else if (value.Length > 2 && value[0] == 'A')
                places.Add(new(line + 1, line + value.Length, new(EntityTypes.Address, FieldKind.Whole)));
            line = end + 1;
        }
    }
}
