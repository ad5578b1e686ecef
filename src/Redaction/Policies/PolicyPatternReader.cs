using System.Collections.Immutable;
using Redaction.Text;

namespace Redaction;

/// <summary>Reads a detector that a policy file brings: a pattern of its own.</summary>
internal static class PolicyPatternReader
{
    public static ImmutableArray<string> Keys { get; } = ["id", "entity", "pattern", "ignoreCase", "score", "context", "contextScore"];

    public static CustomPattern Read(PolicyNode node)
    {
        var entries = node.Mapping(Keys);
        var id = Required(node, entries, "id").Text();
        if (RedactionCatalog.Detectors.Any(d => d.Info.Id == id)) throw entries["id"].Error($"there is a detector called '{id}' already");
        var pattern = Required(node, entries, "pattern");
        var entity = entries.TryGetValue("entity", out var entityNode) ? entityNode.Text() : id;
        var (expression, ignoresCase) = (pattern.Text(), entries.TryGetValue("ignoreCase", out var ignoreCase) && ignoreCase.Boolean());
        var score = entries.TryGetValue("score", out var scoreNode) ? scoreNode.Score() : 0.85f;
        var contextScore = entries.TryGetValue("contextScore", out var contextNode) ? contextNode.Score() : 0.95f;
        string[] words = entries.TryGetValue("context", out var context) ? [.. context.TextOrSequence().Select(static n => n.Text())] : [];
        try
        {
            return new(id, new EntityType(entity), expression, ignoresCase)
            {
                Score = score,
                ContextScore = contextScore,
                Context = words.Length > 0 ? new(words) : null,
            };
        }
        catch (ArgumentException e)
        {
            throw pattern.Error(e.Message);
        }
    }

    private static PolicyNode Required(PolicyNode node, Dictionary<string, PolicyNode> entries, string key) =>
        entries.TryGetValue(key, out var value) ? value : throw node.Error($"a pattern needs '{key}'");
}
