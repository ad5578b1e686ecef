using System.Text.Json.Nodes;

namespace Redaction;

/// <summary>Pieces that the JSON Schema of policies is put together from.</summary>
internal static class PolicySchemaParts
{
    public static JsonObject Of(IEnumerable<string> keys, Func<string, JsonObject> property)
    {
        var properties = new JsonObject();
        foreach (var key in keys) properties[key] = property(key);
        return properties;
    }

    public static JsonObject Section(string description, IEnumerable<string> keys, Func<string, JsonObject> property) => new()
    {
        ["description"] = description,
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["properties"] = Of(keys, property),
    };

    public static JsonObject Plain(string? description) => With(description, new() { ["type"] = "string", ["minLength"] = 1 });

    public static JsonObject Score(string? description) =>
        With(description, new() { ["type"] = "number", ["minimum"] = 0, ["maximum"] = 1 });

    public static JsonObject Flag(string description) => With(description, new() { ["type"] = "boolean" });

    public static JsonObject Whole(string description, int least, int most) =>
        With(description, new() { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most });

    public static JsonObject Pixels() => new() { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = 100_000 };

    public static JsonObject Requires(params IEnumerable<string> keys) => new() { ["required"] = Array(keys) };

    public static JsonObject Choice(string? description, IEnumerable<string> choices) =>
        With(description, new() { ["enum"] = Array(choices) });

    /// <summary>Any text; editors offer the known ones.</summary>
    public static JsonObject Open(string? description, IEnumerable<string> known) =>
        With(description, new() { ["anyOf"] = new JsonArray(new JsonObject { ["enum"] = Array(known) }, Plain(null)) });

    public static JsonObject List(string? description, JsonObject item, int least = 0)
    {
        var list = new JsonObject { ["type"] = "array", ["items"] = item };
        if (least > 0) list["minItems"] = least;
        return With(description, list);
    }

    public static JsonObject OneOrMore(string? description, JsonObject item) =>
        With(description, new() { ["anyOf"] = new JsonArray(item, List(null, (JsonObject)item.DeepClone(), 1)) });

    public static JsonObject TextOrList(string? description) => OneOrMore(description, Plain(null));

    public static JsonArray Array(IEnumerable<string> items)
    {
        var array = new JsonArray();
        foreach (var item in items) array.Add((JsonNode)item);
        return array;
    }

    private static JsonObject With(string? description, JsonObject schema)
    {
        if (description is not null) schema.Insert(0, "description", description);
        return schema;
    }
}
