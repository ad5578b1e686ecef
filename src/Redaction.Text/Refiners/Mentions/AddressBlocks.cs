namespace Redaction.Text;

/// <summary>Reads the lines of letterheads and mailing addresses together: a short line between lines of an address
/// belongs to it, and one between a person and an address, or alone above an address at the beginning, names an organisation.</summary>
/// <remarks>Linear. Costs nothing where no address was found.</remarks>
internal sealed class AddressBlocks : IFindingRefiner<TextSource, TextSpan>
{
    private const float Added = 0.6f;
    private const int LongestLine = 60, MostWords = 6;

    private enum Line { Other, Empty, Free, Person, Title, Address }

    /// <inheritdoc/>
    public string Id => "address-blocks";

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var text = source.Text;
        if (!HasAddress(findings) || !text.Contains('\n') || LineRecords.Of(text) != LineForm.None) return;
        var known = Sorted(findings);
        var first = 0;
        (Line Kind, TextSpan Span) third = default, second = default, last = default; // the lines before the current one, oldest first
        var begins = true;
        for (var position = 0; position <= text.Length;)
        {
            var step = text[position..].IndexOf('\n');
            var end = step < 0 ? text.Length : position + step;
            var span = Trim(text, position, end);
            var kind = KindOf(text, span, known, ref first);
            if (kind == Line.Address) Join(third, second, last, findings, begins);
            if (last.Kind == Line.Address && EndsInPostcode(text, span, kind)) findings.Add(new(EntityTypes.Address, span, Added, Id));
            begins = begins && kind is Line.Empty || (position == 0 && kind == Line.Free)
                || (begins && last.Kind == Line.Free && kind == Line.Empty);
            (third, second, last) = (second, last, (kind, span));
            if (step < 0) break;
            position = end + 1;
        }
    }

    /// <summary>Called at a line of an address, with the lines before it.</summary>
    private void Join((Line Kind, TextSpan Span) third, (Line Kind, TextSpan Span) second, (Line Kind, TextSpan Span) last,
        FindingSink<TextSpan> findings, bool begins)
    {
        if (last.Kind == Line.Free && second.Kind == Line.Address) findings.Add(new(EntityTypes.Address, last.Span, Added, Id));
        else if (last.Kind == Line.Free && second.Kind is Line.Person or Line.Title)
            findings.Add(new(EntityTypes.Organization, last.Span, Added, Id));
        else if (last.Kind == Line.Person && second.Kind == Line.Free && third.Kind == Line.Person)
            findings.Add(new(EntityTypes.Organization, second.Span, Added, Id));
        else if (begins
            && (last.Kind == Line.Free ? last : last.Kind == Line.Empty && second.Kind == Line.Free ? second : default)
                is { Kind: Line.Free } head)
            findings.Add(new(EntityTypes.Organization, head.Span, Added, Id));
    }

    private static bool HasAddress(FindingSink<TextSpan> findings)
    {
        foreach (ref readonly var finding in findings.Items)
            if (finding.Score >= Scores.Acts && finding.Type == EntityTypes.Address) return true;
        return false;
    }

    private static List<(TextSpan Region, EntityType Type)> Sorted(FindingSink<TextSpan> findings)
    {
        var known = new List<(TextSpan Region, EntityType Type)>(findings.Count);
        foreach (ref readonly var finding in findings.Items)
            if (finding.Score >= Scores.Acts) known.Add((finding.Region, finding.Type));
        known.Sort(static (a, b) => a.Region.CompareTo(b.Region));
        return known;
    }

    /// <summary>The line without white space and the marks of quotations and lists at its edges.</summary>
    private static TextSpan Trim(ReadOnlySpan<char> text, int start, int end)
    {
        while (start < end && !char.IsLetterOrDigit(text[start])) start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or '|')) end--;
        return TextSpan.FromBounds(start, end);
    }

    private static Line KindOf(ReadOnlySpan<char> text, TextSpan line, List<(TextSpan Region, EntityType Type)> known, ref int first)
    {
        if (line.Length == 0) return Line.Empty;
        if (line.Length > LongestLine) return Line.Other;
        while (first < known.Count && known[first].Region.End <= line.Start) first++;
        int address = 0, person = 0, title = 0, all = 0;
        for (var i = first; i < known.Count && known[i].Region.Start < line.End; i++)
        {
            var (region, type) = known[i];
            var length = Math.Min(line.End, region.End) - Math.Max(line.Start, region.Start);
            if (length <= 0) continue;
            all += length;
            if (type == EntityTypes.Address || type == EntityTypes.Location || type.Name == "postcode") address += length;
            else if (type == EntityTypes.Person) person += length;
            else if (type == EntityTypes.JobTitle) title += length;
        }
        if (address * 2 >= line.Length) return Line.Address;
        if (person * 2 >= line.Length) return Line.Person;
        if (title * 2 >= line.Length) return Line.Title;
        return all * 2 < line.Length && IsFree(text.Slice(line.Start, line.Length)) ? Line.Free : Line.Other;
    }

    /// <summary>A few words that are no sentence, no label and no heading of an address.</summary>
    private static bool IsFree(ReadOnlySpan<char> line)
    {
        if (line[^1] is '.' or ':' or '?' or '!' or ';' || line.ContainsAny(":?!\"=") || line.Count(' ') >= MostWords) return false;
        foreach (var range in line.SplitAny(" -"))
            if (BlockWords.IsHeading(line[range])) return false;
        return true;
    }

    /// <summary>A last line that ends in four to six digits, as the postcode does where it stands behind the country.</summary>
    private static bool EndsInPostcode(ReadOnlySpan<char> text, TextSpan line, Line kind)
    {
        if (kind != Line.Free && kind != Line.Other || line.Length is < 5 or > LongestLine) return false;
        var value = text.Slice(line.Start, line.Length);
        var digits = 0;
        while (digits < value.Length && char.IsAsciiDigit(value[^(digits + 1)])) digits++;
        return digits is >= 4 and <= 6 && digits < value.Length - 2 && value[^(digits + 1)] == ' '
            && !value[..^digits].ContainsAnyInRange('0', '9')
            && char.IsLetter(value[0]) && !value.ContainsAny(":=#");
    }
}
