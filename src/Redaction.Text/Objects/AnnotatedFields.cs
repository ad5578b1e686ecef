using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Redaction.Text;

/// <summary>The fields of an object whose properties say by <see cref="PersonalDataAttribute"/> what they hold.</summary>
/// <param name="types">The fields, such as <c>$.contacts[*].phone</c>, and what they hold.</param>
internal sealed class AnnotatedFields(IReadOnlyDictionary<string, EntityType> types) : IFindingRefiner<TextSource, TextSpan>
{
    /// <inheritdoc/>
    public string Id => "personal-data";

    /// <summary>Reads the properties of what an object holds.</summary>
    /// <param name="node">The object as JSON.</param>
    /// <param name="type">Its type.</param>
    public static AnnotatedFields Of(JsonNode? node, JsonTypeInfo type)
    {
        var types = new Dictionary<string, EntityType>(StringComparer.Ordinal);
        Gather(node, type, "$", types);
        return new(types);
    }

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (source.Context.Field is not { } field || !types.TryGetValue(field, out var type) || source.Text.IsWhiteSpace()) return;
        findings.Add(new(type, new TextSpan(0, source.Text.Length), 1, Id));
    }

    private static void Gather(JsonNode? node, JsonTypeInfo type, string field, Dictionary<string, EntityType> types)
    {
        switch (node)
        {
            case JsonArray list when type.ElementType is { } element:
                foreach (var item in list) Gather(item, type.Options.GetTypeInfo(element), field + "[*]", types);
                break;
            case JsonObject entries when type.Kind == JsonTypeInfoKind.Dictionary:
                foreach (var (key, value) in entries) Gather(value, type.Options.GetTypeInfo(type.ElementType!), $"{field}.{key}", types);
                break;
            case JsonObject members:
                foreach (var property in type.Properties)
                    if (members[property.Name] is { } value) Gather(value, property, $"{field}.{property.Name}", types);
                break;
        }
    }

    private static void Gather(JsonNode? value, JsonPropertyInfo property, string field, Dictionary<string, EntityType> types)
    {
        if (EntityOf(property) is not { } entity) Gather(value, property.Options.GetTypeInfo(property.PropertyType), field, types);
        else foreach (var leaf in Leaves(value, field)) types[leaf] = entity;
    }

    /// <summary>A list of values, or a whole object, may be of one type too.</summary>
    private static IEnumerable<string> Leaves(JsonNode? value, string field) => value switch
    {
        JsonArray list => list.SelectMany(item => Leaves(item, field + "[*]")),
        JsonObject members => members.SelectMany(member => Leaves(member.Value, $"{field}.{member.Key}")),
        _ => [field],
    };

    /// <summary>The attribute of a property, or of the parameter of the constructor that sets it.</summary>
    private static EntityType? EntityOf(JsonPropertyInfo property)
    {
        var attribute = Of(property.AttributeProvider) ?? Of(property.AssociatedParameter?.AttributeProvider);
        return attribute is null ? null : new(attribute.Entity);

        static PersonalDataAttribute? Of(ICustomAttributeProvider? provider) =>
            provider?.GetCustomAttributes(typeof(PersonalDataAttribute), inherit: true).FirstOrDefault() as PersonalDataAttribute;
    }
}
