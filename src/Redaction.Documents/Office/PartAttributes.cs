namespace Redaction.Documents.Office;

/// <summary>The attributes of the elements of a part: texts are searched, names and settings only for what tells by itself what it is,
/// ids of editing sessions are taken out.</summary>
internal sealed class PartAttributes(OfficeWork work, OfficePart part, PartFlow flow, PartAccount account)
{
    /// <summary>What the name beside the value says of it, as in a property; null when nothing.</summary>
    public FieldMeaning? Given { get; private set; }

    /// <summary>What the name of a content control says of its content.</summary>
    public FieldMeaning? Control { get; private set; }

    /// <summary>Looks at the attributes of a tag.</summary>
    /// <param name="xml">What it stands in.</param>
    /// <param name="tag">The tag.</param>
    /// <param name="element">Its name.</param>
    /// <param name="outer">What the element that it stands in says of its values.</param>
    /// <returns>False when the element refers to something that is not written.</returns>
    public bool Read(ReadOnlySpan<char> xml, in OfficeXmlToken tag, OfficeElement element, FieldMeaning? outer)
    {
        (Given, Control) = (outer, null);
        if (element.Local is "property" or "docVar" or "tag" or "cacheField" or "alias") ReadNames(xml, in tag, element);
        var before = tag.Name.End;
        for (var at = before; OfficeXmlScanner.NextAttribute(xml, in tag, ref at, out var name, out var value); before = at)
        {
            var full = xml.Slice(name.Start, name.Length);
            var local = element.LocalOf(full);
            if (value.Length == 0) continue;
            if (full.StartsWith("xmlns") && (full.Length == 5 || full[5] == ':'))
            {
                if (work.Plans.NameOf(Decoded(xml.Slice(value.Start, value.Length)), part.NewName) is { } space)
                    flow.Text.Replace(value, EditableText.Escape(space));
            }
            else if (local.StartsWith("rsid", StringComparison.Ordinal) && full.Contains(':'))
                flow.Text.Replace(TextSpan.FromBounds(before, value.End + 1), "");
            else if (IsRelation(full, local) && part.DroppedIds.Contains(xml.Slice(value.Start, value.Length).ToString()))
            {
                if (element.Local != "pageSetup") return false;
                flow.Text.Replace(TextSpan.FromBounds(before, value.End + 1), "");
            }
            else ReadValue(xml, element, local, value);
        }
        return true;
    }

    private void ReadNames(ReadOnlySpan<char> xml, in OfficeXmlToken tag, OfficeElement element)
    {
        for (var at = tag.Name.End; OfficeXmlScanner.NextAttribute(xml, in tag, ref at, out var name, out var value);)
        {
            var local = element.LocalOf(xml.Slice(name.Start, name.Length));
            var meaning = local is "name" or "val" ? OfficeNames.MeaningOfGiven(xml.Slice(value.Start, value.Length)) : null;
            if (local == "name" && element.Local != "alias") Given = meaning ?? Given;
            else if (local == "val" && element.Local is "alias" or "tag") Control = meaning;
        }
    }

    private static bool IsRelation(ReadOnlySpan<char> name, string local) =>
        name.Contains(':') && local is "id" or "embed" or "link" or "pict" or "href" or "dm" or "lo" or "qs" or "cs" or "relid";

    private void ReadValue(ReadOnlySpan<char> xml, OfficeElement element, string local, TextSpan value)
    {
        var raw = xml.Slice(value.Start, value.Length);
        if (raw.Length >= OpaqueData.Shortest && account.TakeOpaque(raw, value, flow.Text)) return;
        if (part.IsCustom || OfficeNames.IsText(element.Local, local))
        {
            var chars = flow.Text.Add(xml, value);
            var isCached = element.Local is "n" or "d" && local == "v";
            if (isCached) flow.Text.Type(chars, value, element.Local == "n" ? "0" : OfficeNames.NoTime);
            flow.AddValue(chars, MeaningOf(element, local));
            account.AddSearched(raw);
        }
        else if (OfficeNames.IsTime(local))
        {
            var chars = flow.Text.Add(xml, value);
            flow.Text.Type(chars, value, OfficeNames.NoTime);
            flow.AddValue(chars, OfficeNames.MeaningOf(local));
            account.AddSearched(raw);
        }
        else if (element.Local == "sheet" && local == "name" && work.Sheets.Of(Decoded(raw)) is { } renamed)
            flow.Text.Replace(value, EditableText.Escape(renamed));
        else if (element.Local is "tableColumn" && local == "name" && work.Changed.TryGetValue(Decoded(raw).ToString(), out var changed))
            flow.Text.Replace(value, EditableText.Escape(changed));
        else if (local is "sheet" or "location" or "sourceRef" && Referring(raw, local) is { } written)
            flow.Text.Replace(value, EditableText.Escape(written));
        else if (work.Plans.NameOf(Decoded(raw), part.NewName) is { } given) flow.Text.Replace(value, EditableText.Escape(given));
    }

    private string? Referring(ReadOnlySpan<char> raw, string local) =>
        local == "sheet" ? work.Sheets.Of(Decoded(raw)) : work.Sheets.Rewrite(Decoded(raw));

    private FieldMeaning? MeaningOf(OfficeElement element, string local)
    {
        if (local is "val" or "v" or "value") return Given;
        return OfficeNames.MeaningOf(local) ?? (element.Local is "cmAuthor" or "person" or "userInfo" && local == "name"
            ? OfficeNames.MeaningOf("author") : part.IsCustom ? OfficeNames.MeaningOfGiven(local) : null);
    }

    private static ReadOnlySpan<char> Decoded(ReadOnlySpan<char> raw)
    {
        if (!raw.Contains('&')) return raw;
        var text = new EditableText();
        text.Add(raw, new(0, raw.Length));
        return text.Chars;
    }
}
