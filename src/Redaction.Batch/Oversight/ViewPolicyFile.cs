using System.Text;
using Redaction.Governance;

namespace Redaction.Batch;

/// <summary>Reads view policies from YAML or JSON, as strictly as policies.</summary>
internal static class ViewPolicyFile
{
    private static readonly string[] s_keys = ["id", "views"];
    private static readonly string[] s_ruleKeys =
        ["role", "entity", "field", "dataType", "purpose", "speaker", "medium", "seconds", "area", "view"];

    /// <summary>Reads a file: an id, and <c>views</c>, a list of rules with <c>role</c>, <c>entity</c>, <c>field</c>, <c>dataType</c>,
    /// <c>purpose</c>, <c>speaker</c>, <c>medium</c>,
    /// <c>seconds</c>, <c>area</c> and <c>view</c>.</summary>
    /// <exception cref="PolicyException">The file cannot be read, or something in it is unknown or of the wrong type.</exception>
    public static ViewPolicy Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            return Parse(File.ReadAllText(path, new UTF8Encoding(false, true)), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new PolicyException(path, $"the file cannot be read: {FileTrouble.Of(e)}");
        }
    }

    /// <summary>Reads a view policy from text.</summary>
    /// <exception cref="PolicyException">Something in it is unknown or of the wrong type.</exception>
    public static ViewPolicy Parse(string content, string name = "views")
    {
        ArgumentNullException.ThrowIfNull(content);
        var root = PolicyNode.Parse(name, content, "the view policy");
        var entries = root.Mapping(s_keys);
        if (!entries.TryGetValue("id", out var id)) throw root.Error("'id' is missing: the name that goes into the log of every rendering");
        if (!entries.TryGetValue("views", out var views)) throw root.Error("'views' is missing: the list of who sees what");
        return new(id.Text(), views.Sequence().Select(Read).ToArray());
    }

    private static PolicyRule Read(PolicyNode node)
    {
        var entries = node.Mapping(s_ruleKeys);
        if (!entries.TryGetValue("view", out var view)) throw node.Error("the rule has no 'view': how the role sees what it matches");
        // What may be seen must lie in the place as a whole; what must not is everything that touches it.
        var needsWhole = view.Text() is not ("masked" or "omitted");
        var (seconds, area) = (Place(entries, "seconds", 2, needsWhole), Place(entries, "area", 4, needsWhole));
        if (seconds is not null && area is not null)
            throw node.Error("'seconds' is for recordings and their transcripts, 'area' for images: a rule has one of them");
        if (area is not null && entries.TryGetValue("medium", out var other) && other.Text() != Redaction.Medium.Image)
            throw other.Error("'area' is for images");
        if (seconds is not null && entries.TryGetValue("medium", out other) && other.Text() == Redaction.Medium.Image)
            throw other.Error("'seconds' is for recordings and their transcripts");
        return new PolicyRule(Known(view, "view", ViewPolicy.Views))
        {
            Seconds = seconds,
            Area = area,
            Entities = entries.TryGetValue("entity", out var entity) ? [.. entity.TextOrSequence().Select(static n => new Glob(n.Text()))]
                : [],
            Medium = entries.TryGetValue("medium", out var medium) ? Known(medium, "medium", Redaction.Medium.All) : null,
            Role = Condition(entries, "role"),
            Field = Condition(entries, "field"),
            DataType = Condition(entries, "dataType"),
            Purpose = Condition(entries, "purpose"),
            Speaker = Condition(entries, "speaker"),
        };
    }

    /// <summary>A range or a box; the rule then holds only where there are such places.</summary>
    private static PlaceCondition? Place(Dictionary<string, PolicyNode> entries, string key, int count, bool needsWhole)
    {
        if (!entries.TryGetValue(key, out var node)) return null;
        double[] numbers = [.. node.Sequence().Select(static n => n.Number(0, 1e9))];
        if (numbers.Length != count || (count == 2 ? numbers[1] <= numbers[0] : numbers[2] <= 0 || numbers[3] <= 0))
            throw node.Error(
                count == 2 ? "'seconds' is [from, to], and 'to' is above 'from'"
                    : "'area' is [x, y, width, height] in pixels of the upright image");
        return new(count == 2 ? Extent.OfSeconds(numbers[0], numbers[1]) : Extent.OfPixels(numbers[0], numbers[1], numbers[2], numbers[3]),
            needsWhole);
    }

    private static string Known(PolicyNode node, string what, IEnumerable<string> valid) =>
        valid.Contains(node.Text()) ? node.Text()
            : throw node.Error($"no {what} is called '{node.Text()}' ({Choices.Valid(node.Text(), valid)})");

    private static Glob? Condition(Dictionary<string, PolicyNode> entries, string key) =>
        entries.TryGetValue(key, out var node) ? new Glob(node.Text()) : null;
}
