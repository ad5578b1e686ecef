using System.Collections.Frozen;

namespace Redaction.Documents;

/// <summary>What elements are, by path: <c>elements.txt</c> in this folder.</summary>
internal static class FhirTable
{
    private static readonly string[] s_types =
    [
        "Base64Binary", "Boolean", "Canonical", "Code", "DateTime", "Date", "Decimal", "Id", "Instant", "Integer", "Markdown", "Oid",
        "PositiveInt", "String", "Time", "UnsignedInt", "Uri", "Url", "Uuid", "Address", "Age", "Annotation", "Attachment",
        "CodeableConcept", "CodeableReference", "Coding", "ContactPoint", "Count", "Distance", "Duration", "HumanName", "Identifier",
        "Money", "Period", "Quantity", "Range", "Ratio", "Reference", "SampledData", "Signature", "Timing", "Expression",
    ];

    private static readonly (FrozenDictionary<string, FhirMeaning> Meanings, FrozenDictionary<string, string> Types) s_lines = Read();

    /// <summary>The meaning and the datatype of an element.</summary>
    /// <param name="path">Its path from the resource on.</param>
    /// <param name="name">Its name.</param>
    /// <param name="parent">The resource or datatype that it stands in; null where that is not known.</param>
    public static (FhirMeaning Meaning, string? Type) Of(string path, string name, string? parent)
    {
        string? choice = null; // the type that the name of a choice ends in
        if (name is ['_', ..]) return (FhirMeaning.Text, "Element");
        foreach (var type in s_types)
        {
            if (name.Length <= type.Length || !name.EndsWith(type, StringComparison.Ordinal)) continue;
            if (!char.IsAsciiLetterLower(name[^(type.Length + 1)])) continue;
            choice = type;
            break;
        }
        var open = choice is null ? null : name[..^choice.Length] + "[x]";
        var meaning = Find(s_lines.Meanings, path, name, open, parent, out var found) ? found : OfChoice(choice);
        return (meaning, Find(s_lines.Types, path, name, open, parent, out var known) ? known : choice);
    }

    private static FhirMeaning OfChoice(string? choice) => choice switch
    {
        "DateTime" or "Date" or "Instant" => FhirMeaning.Date,
        "Base64Binary" => FhirMeaning.Data,
        "Url" => FhirMeaning.Url,
        "Id" => FhirMeaning.Id,
        "Time" or "Code" or "Uri" or "Canonical" or "Oid" or "Uuid" => FhirMeaning.Fixed,
        _ => FhirMeaning.Text,
    };

    private static bool Find<T>(FrozenDictionary<string, T> lines, string path, string name, string? open, string? parent, out T found)
    {
        var before = path[..^name.Length];
        var last = before.TrimEnd('.');
        last = last[(last.LastIndexOf('.') + 1)..];
        return lines.TryGetValue(path, out found!) || (open is not null && lines.TryGetValue(before + open, out found!))
            || (parent is not null && lines.TryGetValue($"{parent}.{name}", out found!))
            || (parent is not null && open is not null && lines.TryGetValue($"{parent}.{open}", out found!))
            || lines.TryGetValue($"*.{last}.{name}", out found!) || lines.TryGetValue("*." + name, out found!)
            || (open is not null && lines.TryGetValue("*." + open, out found!));
    }

    private static (FrozenDictionary<string, FhirMeaning>, FrozenDictionary<string, string>) Read()
    {
        using var stream = typeof(FhirTable).Assembly.GetManifestResourceStream("fhir/elements.txt")!;
        using var reader = new StreamReader(stream);
        Dictionary<string, FhirMeaning> meanings = [];
        Dictionary<string, string> types = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var space = line.IndexOf(' ');
            var (path, what) = (line[..space], line[(space + 1)..].Trim());
            if (what[0] == ':') types.Add(path, what[1..]);
            else meanings.Add(path, Enum.Parse<FhirMeaning>(what.Replace("-", "", StringComparison.Ordinal), ignoreCase: true));
        }
        return (meanings.ToFrozenDictionary(StringComparer.Ordinal), types.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
