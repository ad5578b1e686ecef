namespace Redaction.Documents.Office;

/// <summary>A name of an element, and what it means.</summary>
internal sealed class OfficeElement
{
    private readonly Dictionary<string, string> _attributes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <param name="name">The name with its prefix.</param>
    /// <param name="isCustom">True where the names are not those of the standard.</param>
    public OfficeElement(string name, bool isCustom)
    {
        Name = name;
        Local = OfficeXmlScanner.LocalOf(name).ToString();
        Kind = isCustom ? OfficeElementKind.Other : name is "w14:docId" or "w15:docId" ? OfficeElementKind.Dropped : KindOf(Local);
        Meaning = OfficeNames.MeaningOf(Local) ?? (isCustom ? OfficeNames.MeaningOfGiven(Local) : null);
        _lookup = _attributes.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The name with its prefix.</summary>
    public string Name { get; }

    /// <summary>The name without its prefix.</summary>
    public string Local { get; }

    public OfficeElementKind Kind { get; }

    /// <summary>What the name says of the text.</summary>
    public FieldMeaning? Meaning { get; }

    /// <summary>The name of an attribute without its prefix.</summary>
    public string LocalOf(ReadOnlySpan<char> attribute)
    {
        if (_lookup.TryGetValue(attribute, out var local)) return local;
        if (_attributes.Count > 256) _attributes.Clear(); // names may be data: keep memory bounded
        return _attributes[attribute.ToString()] = OfficeXmlScanner.LocalOf(attribute).ToString();
    }

    /// <summary>Elements that tell of sessions, machines and sources and show nothing.</summary>
    private static OfficeElementKind KindOf(string local) => local switch
    {
        "p" or "si" or "is" or "rPh" or "rt" or "Fallback" or "text" => OfficeElementKind.Paragraph,
        "t" => OfficeElementKind.Text,
        "delText" => OfficeElementKind.DeletedText,
        "instrText" or "delInstrText" => OfficeElementKind.Instruction,
        "r" => OfficeElementKind.Run,
        "tab" or "ptab" => OfficeElementKind.Tab,
        "br" or "cr" => OfficeElementKind.Break,
        "noBreakHyphen" => OfficeElementKind.Hyphen,
        "sym" => OfficeElementKind.Symbol,
        "fldChar" => OfficeElementKind.FieldMark,
        "ins" or "moveTo" => OfficeElementKind.Inserted,
        "del" or "moveFrom" => OfficeElementKind.Deleted,
        "tbl" => OfficeElementKind.Table,
        "tr" => OfficeElementKind.Row,
        "tc" => OfficeElementKind.Cell,
        "sdt" => OfficeElementKind.Control,
        "f" or "formula" or "formula1" or "formula2" or "definedName" => OfficeElementKind.Formula,
        "row" => OfficeElementKind.SheetRow,
        "c" => OfficeElementKind.SheetCell,
        "cacheField" => OfficeElementKind.CacheField,
        "numCache" or "numLit" => OfficeElementKind.NumberCache,
        "embedRegular" or "embedBold" or "embedItalic" or "embedBoldItalic" or "embeddedFontLst" or "printerSettings" or "rsids"
            or "mailMerge" or "sheetDataSet" => OfficeElementKind.Dropped,
        _ => OfficeElementKind.Other,
    };
}
