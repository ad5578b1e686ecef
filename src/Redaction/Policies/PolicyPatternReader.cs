using System.Collections.Immutable;
using Redaction.Text;

namespace Redaction;

/// <summary>Reads a detector that a policy file brings: a pattern of its own.</summary>
internal static class PolicyPatternReader
{
    private static readonly ImmutableArray<string> s_keys = ["id", "entity", "pattern", "ignoreCase", "score", "context", "contextScore"];

    public static CustomPattern Read(PolicyNode node)
    {
        var entries = node.Mapping(s_keys);
        var id = Required(node, entries, "id").Text();
        if (RedactionCatalog.Detectors.Any(d => d.Info.Id == id)) throw entries["id"].Error($"there is a detector called '{id}' already");
        var pattern = Required(node, entries, "pattern");
        var entity = entries.TryGetValue("entity", out var entityNode) ? entityNode.Text() : id;
        try
        {
            return new(id, new EntityType(entity), pattern.Text(), entries.TryGetValue("ignoreCase", out var ignoreCase) && ignoreCase.Boolean())
            {
                Score = entries.TryGetValue("score", out var score) ? score.Score() : 0.85f,
                ContextScore = entries.TryGetValue("contextScore", out var contextScore) ? contextScore.Score() : 0.95f,
                Context = entries.TryGetValue("context", out var context) ? new(context.TextOrSequence().Select(static n => n.Text()).ToArray()) : null,
            };
        }
        catch (ArgumentException e)
        {
            throw pattern.Error(e.Message.Split(" (Parameter", 2)[0]);
        }
    }

    private static PolicyNode Required(PolicyNode node, Dictionary<string, PolicyNode> entries, string key) =>
        entries.TryGetValue(key, out var value) ? value : throw node.Error($"a pattern needs '{key}'");
}
