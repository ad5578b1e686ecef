using System.Text.Json.Nodes;

namespace Redaction;

/// <summary>The part of the JSON Schema of policies that is about rules: conditions, operators and their options.</summary>
internal static class PolicySchemaRules
{
    public static JsonObject Rule()
    {
        var rule = PolicySchemaParts.Section("Conditions, and what is done with what meets them all.", PolicyRuleReader.Keys, Property);
        rule["required"] = new JsonArray("operator");
        var options = new JsonArray();
        foreach (var group in RedactionCatalog.Operators.GroupBy(static o => o.Id).OrderBy(static g => g.Key, StringComparer.Ordinal))
            options.Add((JsonNode)Options(group.Key, group));
        rule["allOf"] = options;
        return rule;
    }

    private static JsonObject Property(string key) => key switch
    {
        "entity" => PolicySchemaParts.OneOrMore("What was found: names or globs such as us.*; left out: any.",
            PolicySchemaParts.Open(null, RedactionCatalog.Entities)),
        "dataType" => PolicySchemaParts.Plain("Data type or glob: of the policy's dataTypes, or of --data-type."),
        "locale" => PolicySchemaParts.Plain("Language tag or glob."),
        "field" => PolicySchemaParts.Plain("Name of a key or column, or a path such as $.messages[*].content, or a glob."),
        "purpose" => PolicySchemaParts.Plain("What the output is for, or a glob."),
        "role" => PolicySchemaParts.Plain("Who the output is for, or a glob."),
        "speaker" => PolicySchemaParts.Plain("Speaker of a call, or a glob."),
        "medium" => PolicySchemaParts.Choice("Where it was found.", Medium.All),
        "minScore" => PolicySchemaParts.Score("The lowest score; left out: that of the policy."),
        "operator" => PolicySchemaParts.Choice("What is done.",
            RedactionCatalog.Operators.Select(static o => o.Id).Append(PolicyRule.Keep).Distinct().Order(StringComparer.Ordinal)),
        "with" => new() { ["description"] = "Options of the operator.", ["type"] = "object" },
        _ => throw new InvalidOperationException(key),
    };

    /// <summary>If a rule has this operator, then its options are these.</summary>
    private static JsonObject Options(string id, IEnumerable<OperatorEntry> entries)
    {
        var isChecked = entries.All(static e => e.Check is not null || !e.Options.IsEmpty);
        var with = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject() };
        if (isChecked) with["additionalProperties"] = false;
        foreach (var option in entries.SelectMany(static e => e.Options).DistinctBy(static o => o.Name))
            with["properties"]![option.Name] = Option(option);
        return new()
        {
            ["if"] = new JsonObject
            {
                ["required"] = new JsonArray("operator"),
                ["properties"] = new JsonObject { ["operator"] = new JsonObject { ["const"] = id } },
            },
            ["then"] = new JsonObject { ["properties"] = new JsonObject { ["with"] = with } },
        };
    }

    private static JsonObject Option(OperatorOption option)
    {
        JsonObject schema = option.Kind switch
        {
            "integer" => new() { ["type"] = "integer" },
            "number" => new() { ["type"] = "number" },
            "boolean" => new() { ["type"] = "boolean" },
            var kind when kind.Contains('|', StringComparison.Ordinal) => PolicySchemaParts.Choice(null, kind.Split('|')),
            _ => new() { ["type"] = new JsonArray("string", "number", "boolean") },
        };
        schema.Insert(0, "description", option.Description);
        return schema;
    }
}
