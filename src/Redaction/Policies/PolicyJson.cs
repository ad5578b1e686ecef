using System.Security.Cryptography;
using System.Text.Json;

namespace Redaction;

/// <summary>Writes policies as JSON that <see cref="PolicyFile"/> reads back.</summary>
internal static class PolicyJson
{
    /// <summary>Writes a policy as one JSON object.</summary>
    public static void Write(Utf8JsonWriter writer, RedactionPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(policy);
        writer.WriteStartObject();
        WriteRules(writer, policy);
        writer.WriteEndObject();
    }

    /// <summary>Writes a policy with what it says about images and videos as one JSON object.</summary>
    public static void Write(Utf8JsonWriter writer, LoadedPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(policy);
        writer.WriteStartObject();
        WriteRules(writer, policy.Policy);
        PolicySettingsJson.Write(writer, policy);
        writer.WriteEndObject();
    }

    internal static string Digest(RedactionPolicy policy)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) Write(writer, policy);
        return Convert.ToHexStringLower(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
    }

    private static void WriteRules(Utf8JsonWriter writer, RedactionPolicy policy)
    {
        writer.WriteString("id", policy.Id);
        writer.WriteNumber("minScore", policy.MinScore);
        writer.WriteStartArray("rules");
        foreach (var rule in policy.Rules) WriteRule(writer, rule, rule.Operator == PolicyRule.Keep ? 0 : policy.MinScore);
        writer.WriteEndArray();
    }

    private static void WriteRule(Utf8JsonWriter writer, PolicyRule rule, float inherited)
    {
        writer.WriteStartObject();
        if (!rule.Entities.IsEmpty)
        {
            writer.WriteStartArray("entity");
            foreach (var entity in rule.Entities) writer.WriteStringValue(entity.Pattern);
            writer.WriteEndArray();
        }
        WriteGlob(writer, "dataType", rule.DataType);
        WriteGlob(writer, "locale", rule.Locale);
        WriteGlob(writer, "field", rule.Field);
        WriteGlob(writer, "purpose", rule.Purpose);
        WriteGlob(writer, "role", rule.Role);
        WriteGlob(writer, "speaker", rule.Speaker);
        if (rule.Medium is not null) writer.WriteString("medium", rule.Medium);
        if (rule.MinScore is { } score && score != inherited) writer.WriteNumber("minScore", score);
        writer.WriteString("operator", rule.Operator);
        if (rule.With.Count > 0)
        {
            writer.WriteStartObject("with");
            foreach (var (name, value) in rule.With.Values) writer.WriteString(name, value);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    private static void WriteGlob(Utf8JsonWriter writer, string name, Glob? glob)
    {
        if (glob is { } pattern) writer.WriteString(name, pattern.Pattern);
    }
}
