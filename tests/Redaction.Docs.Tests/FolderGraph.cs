using System.Text.RegularExpressions;

namespace Redaction.Docs.Tests;

/// <summary>Which folder of a project mentions types of which other folder, by the names of files: a file is named after its
/// type.</summary>
/// <remarks>A folder right under the project's is a room with all that lies under it; files beside the rooms are a room too.</remarks>
internal sealed partial class FolderGraph
{
    /// <summary>The room of the files that lie beside the rooms.</summary>
    private const string Ground = ".";

    private readonly SortedDictionary<string, SortedSet<string>> _arrows = new(StringComparer.Ordinal);

    private FolderGraph() { }

    /// <summary>Reads the sources of the project in <paramref name="folder"/>.</summary>
    public static FolderGraph Of(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        var graph = new FolderGraph();
        var rooms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files) rooms.TryAdd(Path.GetFileName(file).Split('.')[0], RoomOf(folder, file));
        foreach (var file in files) graph.Add(RoomOf(folder, file), Code(File.ReadAllText(file)), rooms);
        return graph;
    }

    /// <summary>A way from a room over others back to itself, as <c>A -> B -> A</c>; null when there is none.</summary>
    public string? FindCircle()
    {
        foreach (var room in _arrows.Keys)
            if (WayBack(room, room, [room]) is { } way) return way;
        return null;
    }

    private void Add(string room, string code, Dictionary<string, string> rooms)
    {
        if (!_arrows.TryGetValue(room, out var others)) _arrows.Add(room, others = new(StringComparer.Ordinal));
        foreach (Match word in Word().Matches(code))
            if (rooms.TryGetValue(word.Value, out var other) && other != room) others.Add(other);
    }

    private string? WayBack(string start, string at, List<string> way)
    {
        foreach (var next in _arrows[at])
        {
            if (next == start) return string.Join(" -> ", way.Append(start));
            if (way.Contains(next)) continue;
            if (WayBack(start, next, [.. way, next]) is { } found) return found;
        }
        return null;
    }

    private static string RoomOf(string folder, string file)
    {
        var parts = Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar);
        return parts.Length == 1 ? Ground : parts[0];
    }

    private static string Code(string source) => NoCode().Replace(source, " ");

    /// <summary>Comments and texts.</summary>
    [GeneratedRegex("""//[^\n]*|/\*.*?\*/|""\"(?s:.*?)""\"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\])+'""", RegexOptions.CultureInvariant, 30000)]
    private static partial Regex NoCode();

    /// <summary>A word that is no member of what stands before a point; a country's namespace may stand there.</summary>
    [GeneratedRegex(@"(?<![\w.])[A-Z]\w*|(?<=\bLocales\.[A-Z][a-z]\.|(?<![\w.])[A-Z][a-z]\.)[A-Z]\w*",
        RegexOptions.CultureInvariant, 30000)]
    private static partial Regex Word();
}
