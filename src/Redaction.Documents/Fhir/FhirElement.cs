using System.Text;
using System.Text.RegularExpressions;

namespace Redaction.Documents;

/// <summary>An element as FHIR defines it: equal paths give the same element. Belongs to one document.</summary>
internal sealed partial class FhirElement
{
    private const int MostChildren = 512;
    private readonly Dictionary<byte[], FhirElement>.AlternateLookup<ReadOnlySpan<byte>> _children =
        new Dictionary<byte[], FhirElement>(Utf8Names.Instance).GetAlternateLookup<ReadOnlySpan<byte>>();

    private FhirElement(string name, string path, FhirElement? parent)
    {
        (Name, Path, Parent) = (name, path, parent);
        Field = "$." + path;
        if (parent is null)
        {
            Type = name;
            return;
        }
        (Meaning, Type) = FhirTable.Of(path, name, parent.Type);
        IsInstant = name is "lastUpdated" or "issued" or "timestamp" or "recorded" or "valueInstant" or "lastModified"
            || (name is "start" or "end" && parent.Type is "Appointment" or "Slot");
        IsStrange = !Legal().IsMatch(name);
        HoldsResource = name is "resource" or "contained" or "outcome";
        if (name is "valueString" && parent.Type == "Extension") Meaning = MeaningInExtension(parent) ?? Meaning;
    }

    /// <summary>The last step.</summary>
    public string Name { get; }

    /// <summary>From the resource on: <c>Patient.name.family</c>.</summary>
    public string Path { get; }

    /// <summary>The path as policies name fields: <c>$.Patient.name.family</c>.</summary>
    public string Field { get; }

    /// <summary>What the element stands in; null for a resource.</summary>
    public FhirElement? Parent { get; }

    /// <summary>What its value is.</summary>
    public FhirMeaning Meaning { get; } = FhirMeaning.Value;

    /// <summary>The resource or datatype that it is; null where the table names none.</summary>
    public string? Type { get; }

    /// <summary>True for a date that must have its time.</summary>
    public bool IsInstant { get; }

    /// <summary>True for a name that no element of FHIR can have.</summary>
    public bool IsStrange { get; }

    /// <summary>True where a resource stands in another.</summary>
    public bool HoldsResource { get; }

    /// <summary>Texts of this element that hold nothing.</summary>
    public HashSet<string> Clean { get; } = new(StringComparer.Ordinal);

    /// <summary>The context of its values, once it is known.</summary>
    public RedactionContext? Context;

    /// <summary>Whether the policy takes the element out as a whole, once it is known for a context.</summary>
    public (RedactionContext? Context, bool Acts) Removal { get; set; }

    /// <summary>A resource.</summary>
    public static FhirElement Resource(string type) => new(type, type, null);

    /// <summary>The element of a name in this one.</summary>
    public FhirElement Child(ReadOnlySpan<byte> name)
    {
        if (_children.TryGetValue(name, out var child)) return child;
        var text = Encoding.UTF8.GetString(name);
        child = new(text, Path + "." + text, this);
        if (_children.Dictionary.Count < MostChildren) _children[name] = child; // names may be data: keep memory bounded
        return child;
    }

    /// <summary>True where the element, or one that it stands in, is of a datatype.</summary>
    public bool IsWithin(string type)
    {
        for (var element = this; element is not null; element = element.Parent)
            if (element.Type == type) return true;
        return false;
    }

    /// <summary>Parts of names and addresses have extensions for their parts (ISO 21090).</summary>
    private static FhirMeaning? MeaningInExtension(FhirElement extension) =>
        extension.IsWithin("HumanName") ? FhirMeaning.Person : extension.IsWithin("Address") ? FhirMeaning.Address : null;

    [GeneratedRegex("^_?[A-Za-z][A-Za-z0-9_]{0,63}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Legal();
}
