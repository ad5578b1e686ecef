using System.Text;
using System.Text.Json.Nodes;

namespace Redaction.Docs.Tests;

/// <summary>Writes the reference of policies from their JSON Schema: every key with its values and meaning, and every option of every
/// operator.</summary>
internal static class PolicyReference
{
    private const int MostShown = 20;
    private const string Head = """
        # Policy reference

        Written from [policy.schema.json](policy.schema.json) by a test: change the schema rather than this page.
        [Policies](policies.md) explains them with examples.

        """;

    /// <summary>The page.</summary>
    public static string Of(JsonObject schema)
    {
        var page = new StringBuilder(Head);
        page.Append("\n## Keys\n\n| key | value | what it says |\n|---|---|---|\n");
        Keys(schema, "", page);
        page.Append("\n## Options of operators\n\nThese stand under `rules[].with`.\n\n");
        page.Append("| operator | option | value | what it says |\n|---|---|---|---|\n");
        foreach (var rule in schema["properties"]!["rules"]!["items"]!["allOf"]!.AsArray()) Options(rule!.AsObject(), page);
        page.Append("\n## Entities\n\n").Append(Listed(Longest(schema["properties"]!["rules"]!["items"]!["properties"]!["entity"]!)));
        page.Append("\n\n## Detectors\n\n").Append(Listed(Longest(schema["properties"]!["detectors"]!["properties"]!["disable"]!)));
        return page.Append('\n').ToString();
    }

    private static void Keys(JsonObject schema, string path, StringBuilder page)
    {
        foreach (var (name, value) in schema["properties"]?.AsObject() ?? [])
        {
            var key = path + name;
            page.Append($"| `{key}` | {Value(value!)} | {Meaning(value!)} |\n");
            Below(value!.AsObject(), key, page);
        }
    }

    private static void Below(JsonObject value, string key, StringBuilder page)
    {
        Keys(value, key + ".", page);
        if (value["items"] is JsonObject item) Keys(item, key + "[].", page);
        // one or a list of them: told once
        foreach (var form in value["anyOf"]?.AsArray() ?? [])
            if (form?["items"] is JsonObject one) Alternatives(one, key + "[].", page);
    }

    private static void Alternatives(JsonObject value, string path, StringBuilder page)
    {
        Keys(value, path, page);
        foreach (var form in value["anyOf"]?.AsArray() ?? []) Keys(form!.AsObject(), path, page);
    }

    private static void Options(JsonObject rule, StringBuilder page)
    {
        var name = (string)rule["if"]!["properties"]!["operator"]!["const"]!;
        foreach (var (option, value) in rule["then"]!["properties"]!["with"]!["properties"]!.AsObject())
            page.Append($"| `{name}` | `{option}` | {Value(value!)} | {Meaning(value!)} |\n");
    }

    private static string Meaning(JsonNode value) => ((string?)value["description"] ?? "").Replace("|", "\\|", StringComparison.Ordinal);

    private static string Value(JsonNode value)
    {
        if (value["enum"] is JsonArray choices)
            return choices.Count > MostShown ? "a name below" : string.Join(", ", choices.Select(static c => $"`{c}`"));
        if (value["anyOf"] is JsonArray forms) return string.Join(" or ", forms.Select(static f => Value(f!)).Distinct());
        return value["type"] is JsonArray types ? string.Join(" or ", types.Select(static t => Kind((string)t!)))
            : (string?)value["type"] == "array" ? $"list of: {Value(value["items"]!)}"
            : Kind((string?)value["type"] ?? "object") + Range(value);
    }

    private static string Kind(string type) => type switch
    {
        "string" => "text",
        "boolean" => "`true` or `false`",
        "integer" => "whole number",
        "object" => "keys",
        _ => type,
    };

    private static string Range(JsonNode value) => value["minimum"] is { } least
        ? value["maximum"] is { } most ? $", {least} to {most}" : $", from {least}"
        : value["exclusiveMinimum"] is { } above ? $" above {above}" : "";

    /// <summary>The longest list of names within a value.</summary>
    private static JsonArray Longest(JsonNode value)
    {
        var found = value["enum"] as JsonArray ?? [];
        foreach (var form in value["anyOf"]?.AsArray() ?? [])
            if (Longest(form!) is var longer && longer.Count > found.Count) found = longer;
        return found;
    }

    private static string Listed(JsonArray names) => string.Join(", ", names.Select(static n => $"`{n}`"));
}
