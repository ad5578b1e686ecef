using System.Collections.Frozen;
using System.Xml;

namespace Redaction.Documents.Office;

/// <summary>A table of a package: what its elements and attributes are (ISO/IEC 29500-2). All else in one is not read, so that the
/// table is written anew without it.</summary>
internal sealed class PackageTable
{
    private const int LongestType = 160;
    private readonly FrozenDictionary<string, string[]> _elements;
    private readonly string _namespace;

    private PackageTable(string space, params (string Element, string[] Attributes)[] elements) =>
        (_namespace, _elements) = (space, elements.ToFrozenDictionary(static e => e.Element, static e => e.Attributes));

    /// <summary>What belongs to a part.</summary>
    public static PackageTable Relationships { get; } = new("http://schemas.openxmlformats.org/package/2006/relationships",
        ("Relationships", []), ("Relationship", ["Id", "Type", "Target", "TargetMode"]));

    /// <summary>The media types of parts.</summary>
    public static PackageTable Types { get; } = new("http://schemas.openxmlformats.org/package/2006/content-types",
        ("Types", []), ("Default", ["Extension", "ContentType"]), ("Override", ["PartName", "ContentType"]));

    /// <summary>True for a node that such a table has.</summary>
    public bool Holds(XmlReader xml) => xml.NodeType switch
    {
        XmlNodeType.XmlDeclaration or XmlNodeType.Whitespace or XmlNodeType.EndElement => true,
        XmlNodeType.Element =>
            xml.NamespaceURI == _namespace && _elements.TryGetValue(xml.LocalName, out var known) && HoldsAttributes(xml, known),
        _ => false,
    };

    private bool HoldsAttributes(XmlReader xml, string[] known)
    {
        var isPlain = true;
        while (isPlain && xml.MoveToNextAttribute())
            isPlain = xml.Prefix == "xmlns" || xml.Name == "xmlns" ? xml.Value == _namespace
                : Array.IndexOf(known, xml.Name) >= 0 && (xml.Name is not ("Type" or "ContentType" or "Extension") || IsType(xml.Value));
        xml.MoveToElement();
        return isPlain;
    }

    /// <summary>The form of a URI or media type that nobody is named in.</summary>
    private static bool IsType(string value) =>
        value.Length <= LongestType && !value.AsSpan().ContainsAny("@;% ") && Digits(value) <= 12;

    private static int Digits(string value) => value.Count(char.IsAsciiDigit);
}
