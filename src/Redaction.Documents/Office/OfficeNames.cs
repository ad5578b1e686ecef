using System.Buffers;
using System.Collections.Frozen;
using Redaction.Text;

namespace Redaction.Documents.Office;

/// <summary>What the names of elements and attributes of ISO/IEC 29500 and its extensions say of the texts that people write into
/// them.</summary>
internal static class OfficeNames
{
    /// <summary>A moment that names nobody's day.</summary>
    public const string NoTime = "1970-01-01T00:00:00Z";

    private static readonly EntityType s_user = new("username");
    private static readonly FieldMeaning s_person = new(EntityTypes.Person, FieldKind.Whole);
    private static readonly FieldMeaning s_stamp = new(EntityTypes.Date, FieldKind.Timestamp);

    private static readonly FrozenDictionary<string, FieldMeaning> s_meanings = new Dictionary<string, FieldMeaning>(StringComparer.Ordinal)
    {
        ["author"] = s_person,
        ["creator"] = s_person,
        ["lastModifiedBy"] = s_person,
        ["Manager"] = s_person,
        ["lastActor"] = s_person,
        ["displayName"] = s_person,
        ["userName"] = s_person,
        ["initials"] = new(EntityTypes.Person, FieldKind.Word),
        ["userId"] = new(s_user, FieldKind.Word),
        ["Company"] = new(EntityTypes.Organization, FieldKind.Whole),
        ["created"] = s_stamp,
        ["modified"] = s_stamp,
        ["lastPrinted"] = s_stamp,
        ["date"] = s_stamp,
        ["dT"] = s_stamp,
        ["dt"] = s_stamp,
        ["dateUtc"] = s_stamp,
        ["refreshedBy"] = s_person,
        ["personAuthor"] = s_person,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Attributes that hold what people write, whatever element they stand at.</summary>
    private static readonly FrozenSet<string> s_texts = new[]
    {
        "descr", "title", "alt", "author", "initials", "displayName", "userId", "userName", "tooltip", "display", "prompt", "promptTitle",
        "error", "errorTitle", "string", "instr", "caption", "comment", "description", "href", "src", "url", "connection", "command",
        "sourceFile", "sourceName", "customMenu", "help", "statusBar", "displayText", "lastActor", "value", "refreshedBy", "tip",
        "helpText", "statusText", "subject", "altText", "longDesc", "label", "text", "query", "macro", "lastEdited",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Elements at which <c>name</c> is what a person calls a thing.</summary>
    private static readonly FrozenSet<string> s_named = new[]
    {
        "docPr", "cNvPr", "person", "property", "docVar", "tag", "section", "custShow", "cmAuthor", "author", "scenario", "userInfo",
        "fileSharing", "connection", "customSheetView", "customWorkbookView", "control", "media", "dbPr", "webPr", "olapPr", "smartTagType",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Elements at which <c>val</c> or <c>v</c> is what a person writes.</summary>
    private static readonly FrozenSet<string> s_valued = new[]
    {
        "alias", "tag", "docVar", "default", "statusText", "helpText", "listEntry", "query", "connectString", "category", "filter",
        "customFilter", "title", "s", "n", "d", "e", "attr", "description", "sourceFileName", "lastRenderedBy", "tblCaption",
        "tblDescription",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Elements whose text has a type, and what they hold when it is taken out.</summary>
    private static readonly FrozenDictionary<string, string> s_typedTexts = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["created"] = NoTime,
        ["modified"] = NoTime,
        ["lastPrinted"] = NoTime,
        ["filetime"] = NoTime,
        ["i1"] = "0",
        ["i2"] = "0",
        ["i4"] = "0",
        ["i8"] = "0",
        ["int"] = "0",
        ["ui1"] = "0",
        ["ui2"] = "0",
        ["ui4"] = "0",
        ["ui8"] = "0",
        ["uint"] = "0",
        ["r4"] = "0",
        ["r8"] = "0",
        ["decimal"] = "0",
        ["bool"] = "false",
        ["cy"] = "0",
        ["clsid"] = "{00000000-0000-0000-0000-000000000000}",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_timeAttributes =
        new[] { "date", "dateUtc", "dt", "dT", "created", "modified" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly SearchValues<char> s_ofMeasures = SearchValues.Create("0123456789,.- \t\r\n");

    /// <summary>Places, sizes and counts, as texts of elements.</summary>
    private static readonly FrozenSet<string> s_measures = new[]
    {
        "posOffset", "pctWidth", "pctHeight", "pctPosHOffset", "pctPosVOffset", "Anchor", "Row", "Column", "TotalTime", "Pages", "Words",
        "Characters", "CharactersWithSpaces", "Lines", "Paragraphs", "AppVersion", "DocSecurity", "Slides", "Notes", "HiddenSlides",
        "MMClips", "formatCode", "revision", "x", "y", "col", "row", "colOff", "rowOff", "HLinks",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What the name says of its text; null when nothing.</summary>
    public static FieldMeaning? MeaningOf(string name) => s_meanings.TryGetValue(name, out var meaning) ? meaning : null;

    /// <summary>What the name that a person gave says of the value; null when nothing.</summary>
    public static FieldMeaning? MeaningOfGiven(ReadOnlySpan<char> name) =>
        FieldVocabulary.Of(name) is { Type.Name: not null } meaning ? meaning : null;

    /// <summary>What becomes of the text of an element that has a type; null when it has none.</summary>
    public static string? FallbackOf(string element) => s_typedTexts.GetValueOrDefault(element);

    /// <summary>True when the text of an element is a number that measures, a truth value or a short number.</summary>
    public static bool IsMeasure(string element, ReadOnlySpan<char> text) => text is "true" or "false"
        || (!text.ContainsAnyExcept(s_ofMeasures) && (s_measures.Contains(element)
            || (text.Length < 5 && s_typedTexts.ContainsKey(element))));

    /// <summary>True for what holds what people write.</summary>
    public static bool IsText(string element, string attribute) =>
        s_texts.Contains(attribute) || (attribute == "name" && s_named.Contains(element))
        || (attribute is "val" or "v" or "name" && s_valued.Contains(element));

    /// <summary>True for attributes that hold a moment.</summary>
    public static bool IsTime(string attribute) => s_timeAttributes.Contains(attribute);
}
