using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Redaction.Documents.Tests.Office;

/// <summary>Puts a package together from parts as text, with a value of its own wherever <c>¤</c> stands.</summary>
internal sealed partial class OfficeFile
{
    public const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Relations = "application/vnd.openxmlformats-package.relationships+xml";
    private readonly SortedDictionary<string, byte[]> _parts = new(StringComparer.Ordinal);
    private readonly StringBuilder _types = new();
    private readonly SortedDictionary<string, StringBuilder> _relations = new(StringComparer.Ordinal);

    /// <summary>The values that stand in it.</summary>
    public List<string> Planted { get; } = [];

    /// <summary>Adds a part; its relationship to the part that refers to it has the given id and type.</summary>
    public OfficeFile Add(string name, string type, string xml, string source = "", string id = "", string relation = "") =>
        Add(name, type, Encoding.UTF8.GetBytes(Declaration + Plant(xml)), source, id, relation);

    /// <summary>Adds a part that is no XML.</summary>
    public OfficeFile Add(string name, string type, byte[] content, string source = "", string id = "", string relation = "")
    {
        _parts[name] = content;
        if (type.Length > 0) _types.Append(CultureInfo.InvariantCulture, $"<Override PartName=\"/{name}\" ContentType=\"{type}\"/>");
        if (relation.Length > 0) Relate(source, id, relation, "/" + name, isExternal: false);
        return this;
    }

    /// <summary>Adds a relationship to an address outside.</summary>
    public OfficeFile AddLink(string source, string id, string relation, string target)
    {
        Relate(source, id, relation, Plant(target), isExternal: true);
        return this;
    }

    /// <summary>Adds a relationship to a part that there is.</summary>
    public OfficeFile Relate(string source, string id, string relation, string target)
    {
        Relate(source, id, relation, target, isExternal: false);
        return this;
    }

    /// <summary>The package.</summary>
    public byte[] Pack()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", Encoding.UTF8.GetBytes($"{Declaration}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + $"<Default Extension=\"rels\" ContentType=\"{Relations}\"/>{_types}</Types>"));
            foreach (var (source, text) in _relations)
            {
                var slash = source.LastIndexOf('/') + 1;
                Write(zip, $"{source[..slash]}_rels/{source[slash..]}.rels", Encoding.UTF8.GetBytes(
                    $"{Declaration}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{text}</Relationships>"));
            }
            foreach (var (name, content) in _parts) Write(zip, name, content);
        }
        return file.ToArray();
    }

    /// <summary>The parts of a package, unpacked.</summary>
    public static SortedDictionary<string, byte[]> Unpack(byte[] file)
    {
        var parts = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            parts.Add(entry.FullName, copy.ToArray());
        }
        return parts;
    }

    /// <summary>Where one of the values is left: in a part as it stands, with its tags taken out, or in a name.</summary>
    public static List<string> Left(byte[] file, IEnumerable<string> values)
    {
        var left = new List<string>();
        foreach (var (name, content) in Unpack(file))
        {
            var text = Encoding.UTF8.GetString(content);
            var all = name + "\n" + text + "\n" + Tags().Replace(text, "") + "\n" + Encoding.Unicode.GetString(content);
            left.AddRange(values.Where(value => all.Contains(value, StringComparison.OrdinalIgnoreCase)).Select(value => $"{name}: {value}"));
        }
        return left;
    }

    /// <summary>All that is in a package: names, and parts as they stand and with their tags taken out; the file itself where it is none.
    /// </summary>
    public static byte[] All(byte[] file)
    {
        var all = new StringBuilder();
        foreach (var (name, content) in Unpack(file))
        {
            var text = Encoding.UTF8.GetString(content);
            all.Append(name).Append('\n').Append(text).Append('\n').Append(Tags().Replace(text, "")).Append('\n')
                .Append(Encoding.Unicode.GetString(content)).Append('\n');
        }
        return Encoding.UTF8.GetBytes(all.ToString());
    }

    /// <summary>A package of these parts, one of which has another content.</summary>
    public static byte[] Repack(SortedDictionary<string, byte[]> parts, string changed, byte[] content)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(name == changed ? content : bytes);
            }
        }
        return file.ToArray();
    }

    private void Relate(string source, string id, string relation, string target, bool isExternal)
    {
        if (!_relations.TryGetValue(source, out var text)) _relations[source] = text = new();
        var type = relation.StartsWith("http", StringComparison.Ordinal)
            ? relation : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + relation;
        text.Append(CultureInfo.InvariantCulture,
            $"<Relationship Id=\"{id}\" Type=\"{type}\" Target=\"{target}\"{(isExternal ? " TargetMode=\"External\"" : "")}/>");
    }

    private string Plant(string text) => Place().Replace(text, _ =>
    {
        Planted.Add(string.Create(CultureInfo.InvariantCulture, $"wren{Planted.Count + 11}.hollow@marsh{Planted.Count + 11}.example.org"));
        return Planted[^1];
    });

    private static void Write(ZipArchive zip, string name, byte[] content)
    {
        using var entry = zip.CreateEntry(name, content.Length < 1 << 20 ? CompressionLevel.Fastest : CompressionLevel.Optimal).Open();
        entry.Write(content);
    }

    [GeneratedRegex("¤", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Place();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Tags();
}
