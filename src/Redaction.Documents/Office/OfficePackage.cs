using System.Collections.Frozen;
using System.IO.Compression;
using System.Xml;

namespace Redaction.Documents.Office;

/// <summary>A package: its parts, what they are, and what belongs to what (ISO/IEC 29500-2).</summary>
internal sealed class OfficePackage : IDisposable
{
    /// <summary>The part that gives the media types.</summary>
    public const string TypesName = "[Content_Types].xml";

    private const int MostParts = 20000;
    private const long LargestSmall = 16 << 20, LargestAll = 8L << 30, LargestRatio = 150, SmallAll = 64 << 20;
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, OfficePart> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<OfficeRelation>> _relations = new(StringComparer.OrdinalIgnoreCase);
    private readonly FrozenDictionary<string, string> _defaults, _overrides;

    private OfficePackage(Stream input)
    {
        _zip = OfficeZip.Open(input);
        var entries = OfficeZip.Check(_zip, input.Length, MostParts, new(LargestAll, LargestRatio, SmallAll));
        var types = entries.Find(static e => e.FullName.Equals(TypesName, StringComparison.OrdinalIgnoreCase))
            ?? throw new RedactionException(ErrorCodes.Malformed, "office", "The file is a ZIP archive, but no Office document.");
        (_defaults, _overrides) = ReadTypes(types);
        foreach (var entry in entries) Add(entry);
        foreach (var part in Parts.Where(static p => p.Kind == OfficePartKind.Relationships)) ReadRelations(part);
        HasOddTypes |= _overrides.Keys.Any(name => !_parts.ContainsKey(name));
    }

    /// <summary>True where the table of media types holds more than the types of its parts: it is written anew.</summary>
    public bool HasOddTypes { get; private set; }

    /// <summary>All parts, in the order of their names.</summary>
    public IEnumerable<OfficePart> Parts => _parts.Values.OrderBy(static p => p.Name, StringComparer.Ordinal);

    /// <summary>Opens a package.</summary>
    /// <exception cref="RedactionException">It breaks the rules, or is larger than the limits that protect memory.</exception>
    public static OfficePackage Open(Stream input) => new(input);

    /// <summary>The part of a name; null when there is none.</summary>
    public OfficePart? Find(string name) => _parts.GetValueOrDefault(name);

    /// <summary>What belongs to a part; the package itself has no name.</summary>
    public IReadOnlyList<OfficeRelation> RelationsOf(string name) => _relations.TryGetValue(name, out var known) ? known : [];

    /// <summary>The names of parts that have relationships.</summary>
    public IEnumerable<string> Sources => _relations.Keys.Order(StringComparer.Ordinal);

    /// <summary>The part whose relationships a part holds.</summary>
    public static string SourceOf(string relations)
    {
        var slash = relations.LastIndexOf('/');
        var folder = relations[..(slash + 1)];
        return string.Concat(folder.AsSpan(0, folder.Length - "_rels/".Length), relations.AsSpan(slash + 1)[..^".rels".Length]);
    }

    /// <summary>The media type of a name of a part as the package gives it; null when it gives none.</summary>
    public string? TypeOf(string name)
    {
        if (_overrides.TryGetValue(name, out var type)) return type;
        return _defaults.GetValueOrDefault(Path.GetExtension(name).TrimStart('.').ToLowerInvariant());
    }

    /// <summary>A reader of a part without document types, external entities or limits on what the part may be.</summary>
    public static XmlReader Read(OfficePart part) => Read(part.Entry);

    /// <summary>Opens the content of a part.</summary>
    public static CountedStream Content(ZipArchiveEntry entry)
    {
        try
        {
            return new(entry.Open(), entry.Length);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            throw new RedactionException(ErrorCodes.Malformed, "office", "A part of the document cannot be unpacked.", e.GetType());
        }
    }

    public void Dispose() => _zip.Dispose();

    private static XmlReader Read(ZipArchiveEntry entry)
    {
        if (entry.Length > LargestSmall)
            throw new RedactionException(ErrorCodes.TooLarge, "office", "A table of the package is too large.");
        return XmlReader.Create(Content(entry), new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CloseInput = true,
        });
    }

    private (FrozenDictionary<string, string> Defaults, FrozenDictionary<string, string> Overrides) ReadTypes(ZipArchiveEntry entry)
    {
        var defaults = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var overrides = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        HasOddTypes = Walk(Read(entry), PackageTable.Types, xml =>
        {
            var type = xml.GetAttribute("ContentType")?.Split(';')[0].Trim().ToLowerInvariant();
            if (type is null) return;
            if (xml.LocalName == "Default" && xml.GetAttribute("Extension") is { } extension) defaults[extension] = type;
            else if (xml.LocalName == "Override" && xml.GetAttribute("PartName") is { } name)
                overrides[Unescape(name).TrimStart('/')] = type;
        });
        return (defaults.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase),
            overrides.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Calls for every element; what is no XML is refused.</summary>
    /// <returns>True where there is more in it than tables of packages have.</returns>
    internal static bool Walk(XmlReader xml, PackageTable? table, Action<XmlReader> element)
    {
        var isOdd = false;
        using (xml)
        {
            try
            {
                while (xml.Read())
                {
                    isOdd |= table is not null && !table.Holds(xml);
                    if (xml.NodeType == XmlNodeType.Element) element(xml);
                }
            }
            catch (XmlException)
            {
                throw OfficeXmlScanner.Malformed();
            }
        }
        return isOdd;
    }

    private void Add(ZipArchiveEntry entry)
    {
        var name = entry.FullName;
        var type = name == TypesName ? "" : TypeOf(name)
            ?? (name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) ? OfficeMediaTypes.Relationships : "");
        var kind = name.Equals(TypesName, StringComparison.OrdinalIgnoreCase) ? OfficePartKind.Types
            : name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) && name.Contains("_rels/", StringComparison.OrdinalIgnoreCase)
                ? OfficePartKind.Relationships : OfficeMediaTypes.KindOf(type);
        var part = new OfficePart(entry, type)
        {
            Kind = kind,
            Leftover = OfficeMediaTypes.LeftoverOf(type) ?? "part",
            IsCustom = type is "application/xml" or "text/xml",
        };
        if (!_parts.TryAdd(name, part))
            throw new RedactionException(ErrorCodes.Malformed, "office", "The package has two parts of one name.");
    }

    private void ReadRelations(OfficePart part)
    {
        var source = SourceOf(part.Name);
        var list = _relations[source] = [];
        part.IsOdd = Walk(Read(part.Entry), PackageTable.Relationships, xml =>
        {
            if (xml.LocalName != "Relationship") return;
            var (id, type, target) = (xml.GetAttribute("Id") ?? "", xml.GetAttribute("Type") ?? "", xml.GetAttribute("Target") ?? "");
            var isExternal = xml.GetAttribute("TargetMode") == "External";
            list.Add(new(id, type, isExternal ? target : Resolve(source, Unescape(target)), target, isExternal));
        });
    }

    private static string Unescape(string name) => name.Contains('%') ? Uri.UnescapeDataString(name) : name;

    private static string Resolve(string source, string target)
    {
        target = target.Replace('\\', '/');
        var at = target.IndexOfAny(['#', '?']);
        if (at >= 0) target = target[..at];
        if (target.StartsWith('/')) return target.TrimStart('/');
        var segments = new List<string>(source.Split('/')[..^1]);
        foreach (var segment in target.Split('/'))
        {
            if (segment == ".." && segments.Count > 0) segments.RemoveAt(segments.Count - 1);
            else if (segment is not ("" or "." or "..")) segments.Add(segment);
        }
        return string.Join('/', segments);
    }
}
