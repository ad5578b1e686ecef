using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Redaction;

/// <summary>Reads the manifests of plug-ins, strictly.</summary>
internal static class PolicyPluginReader
{
    private const double UsualSeconds = 60, MostSeconds = 3600;

    /// <summary>What tells where it is found.</summary>
    private static readonly string[] s_ways = ["command", "service", "model"];

    /// <summary>Keys that only some of the ways have, each with these.</summary>
    private static readonly FrozenDictionary<string, string[]> s_only = new Dictionary<string, string[]>
    {
        ["remote"] = ["service"],
        ["offsets"] = ["command", "service"],
        ["seconds"] = ["command", "service"],
        ["labels"] = ["model"],
        ["window"] = ["model"],
        ["sha256"] = ["model"],
    }.ToFrozenDictionary();

    public static ImmutableArray<string> Keys { get; } =
        ["id", "entities", "others", .. s_ways, "remote", "offsets", "seconds", "labels", "window", "sha256"];

    /// <summary>What becomes of labels that the manifest does not name.</summary>
    public static string[] Others { get; } = ["refuse", "ignore"];

    /// <summary>Whether texts may leave the machine.</summary>
    public static string[] Remote { get; } = ["refuse", "allow"];

    /// <summary>What places are counted in, in the order of <see cref="PluginUnit"/>.</summary>
    public static string[] Units { get; } = ["code-points", "utf-16", "utf-8"];

    /// <summary>Reads a file.</summary>
    /// <exception cref="PolicyException">It cannot be read, or something in it is unknown or of the wrong type.</exception>
    public static PluginDetector Load(string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            var node = PolicyNode.Parse(path, bytes, "the plug-in");
            return Read(node, Path.GetDirectoryName(Path.GetFullPath(path)), bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PolicyException(path, $"the manifest of the plug-in cannot be read: {FileTrouble.Of(e)}");
        }
    }

    /// <summary>Reads an item of a policy's list: a mapping, or the path of a file.</summary>
    public static PluginDetector Read(PolicyNode node, string? folder)
    {
        if (!node.IsText) return Read(node, folder, Encoding.UTF8.GetBytes(node.Content));
        var path = node.Text();
        return Load(folder is null ? path : Path.Combine(folder, path));
    }

    private static PluginDetector Read(PolicyNode node, string? folder, byte[] content)
    {
        var entries = node.Mapping(Keys);
        var id = Required(node, entries, "id").Text();
        if (RedactionCatalog.Detectors.Any(d => d.Info.Id == id)) throw entries["id"].Error($"there is a detector called '{id}' already");
        var entities = Required(node, entries, "entities").Entries().ToFrozenDictionary(static e => e.Key, static e => Entity(e.Value));
        var (source, weights) = Source(node, entries, id, folder);
        var info = new DetectorInfo(id, [.. entities.Values.Distinct().OrderBy(static t => t.Name, StringComparer.Ordinal)])
        {
            Version = Convert.ToHexStringLower(SHA256.HashData([.. content, .. Encoding.ASCII.GetBytes(weights)]).AsSpan(0, 8)),
        };
        return new(info, source, entities, entries.TryGetValue("others", out var others) && Choice(others, Others) == 1);
    }

    /// <summary>What finds, and what its version rests on beside the manifest.</summary>
    private static (ISpanSource Source, string Weights) Source(
        PolicyNode node, Dictionary<string, PolicyNode> entries, string id, string? folder)
    {
        var ways = s_ways.Where(entries.ContainsKey).ToArray();
        if (ways is not [var way]) throw node.Error($"a plug-in has one of: {string.Join(", ", s_ways)}");
        foreach (var (key, value) in entries)
            if (s_only.TryGetValue(key, out var only) && !only.Contains(way))
                throw value.Error($"a plug-in with '{way}' has no '{key}', which goes with {string.Join(" or ", only)}");
        if (way == "model") return Classifier(entries, id, folder);
        var limit = TimeSpan.FromSeconds(entries.TryGetValue("seconds", out var seconds) ? seconds.Number(0.1, MostSeconds) : UsualSeconds);
        var unit = entries.TryGetValue("offsets", out var offsets) ? (PluginUnit)Choice(offsets, Units) : PluginUnit.CodePoints;
        var mayLeave = entries.TryGetValue("remote", out var remote) && Choice(remote, Remote) == 1;
        return (new PeerSource(id, way == "command" ? new CommandPeer(id, Words(entries["command"]), folder, limit)
            : new ServicePeer(id, Address(entries["service"], mayLeave), limit), unit), "");
    }

    private static (ISpanSource Source, string Weights) Classifier(Dictionary<string, PolicyNode> entries, string id, string? folder)
    {
        var path = entries["model"].Text();
        int? window = entries.TryGetValue("window", out var most)
            ? (int)most.Number(ClassifierFiles.FewestPieces, ClassifierFiles.MostPieces) : null;
        try
        {
            return ClassifierFiles.Load(id, folder is null ? path : Path.Combine(folder, path),
                entries.TryGetValue("labels", out var labels) ? [.. labels.Sequence().Select(static n => n.Text())] : null,
                window, entries.TryGetValue("sha256", out var hash) ? hash.Text() : null);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw entries["model"].Error(e is InvalidDataException ? e.Message : $"it cannot be read: {FileTrouble.Of(e)}");
        }
        catch (RedactionException e)
        {
            throw entries["model"].Error($"it cannot be loaded ({e.CauseType?.Name ?? e.Code})");
        }
    }

    private static ServiceAddress Address(PolicyNode node, bool mayLeave)
    {
        var address = ServiceAddress.Of(node.Text()) ?? throw node.Error(
            "a service is 'http://127.0.0.1:PORT/PATH', 'unix:/PATH/OF/SOCKET', or with 'remote: allow' an address of another machine");
        return mayLeave || !address.IsRemote ? address
            : throw node.Error("that is another machine, to which every text would go unredacted: 'remote: allow' says that this is meant");
    }

    private static ImmutableArray<string> Words(PolicyNode node)
    {
        try
        {
            if (node.IsText) return CommandWords.Of(node.Text());
            ImmutableArray<string> words = [.. node.Sequence().Select(static n => n.Text())];
            return words.IsEmpty ? throw node.Error("the command is empty") : words;
        }
        catch (ArgumentException e)
        {
            throw node.Error(e.Message);
        }
    }

    /// <summary>An entity of its own is fine; what is nearly one of ours is a slip.</summary>
    private static EntityType Entity(PolicyNode node)
    {
        var (name, known) = (node.Text(), RedactionCatalog.Entities);
        return known.Contains(name) || Choices.Closest(name, [.. known]) is not { } closest ? new(name)
            : throw node.Error($"no entity is called '{name}': did you mean '{closest}'?");
    }

    private static int Choice(PolicyNode node, string[] choices)
    {
        var text = node.Text();
        return Array.IndexOf(choices, text) is >= 0 and var index ? index
            : throw node.Error($"it cannot be '{text}' ({Choices.Valid(text, choices)})");
    }

    private static PolicyNode Required(PolicyNode node, Dictionary<string, PolicyNode> entries, string key) =>
        entries.TryGetValue(key, out var value) ? value : throw node.Error($"a plug-in needs '{key}'");
}
