using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Redaction.Extensions.AI;

/// <summary>Changes the texts in arguments and results of function calls.</summary>
internal static class AnswerValues
{
    /// <summary>What a text becomes, with the name of its field.</summary>
    public delegate string Change(string? name, string text);

    public static Dictionary<string, object?> Map(IDictionary<string, object?> values, Change change)
    {
        var mapped = new Dictionary<string, object?>(values.Count, StringComparer.Ordinal);
        foreach (var (name, value) in values) mapped[change(null, name)] = Map(value, change, name);
        return mapped;
    }

    /// <exception cref="RedactionException">The value cannot be written as JSON, so that nothing can look into it.</exception>
    public static object? Map(object? value, Change change, string? name = null) => value switch
    {
        null or bool => value,
        string text => change(name, text),
        JsonElement element => JsonSerializer.SerializeToElement(Map(ToNode(element), change, name), Info<JsonNode?>()),
        JsonNode node => Map(node, change, name),
        IDictionary<string, object?> values => Map(values, change),
        _ => Map(ToNode(value), change, name),
    };

    private static JsonNode? Map(JsonNode? node, Change change, string? name)
    {
        switch (node)
        {
            case JsonObject @object:
                return new JsonObject(@object.Select(p => KeyValuePair.Create(change(null, p.Key), Map(p.Value, change, p.Key))));
            case JsonArray array:
                return new JsonArray([.. array.Select(n => Map(n, change, name))]);
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                return JsonValue.Create(change(name, value.GetValue<string>()));
            case JsonValue value when value.GetValueKind() == JsonValueKind.Number:
                var number = value.ToJsonString();
                return change(name, number) is var changed && changed == number ? value.DeepClone() : JsonValue.Create(changed);
            default:
                return node?.DeepClone();
        }
    }

    private static JsonNode? ToNode(object value)
    {
        try
        {
            return JsonSerializer.SerializeToNode(value, AIJsonUtilities.DefaultOptions.GetTypeInfo(value.GetType()));
        }
        catch (Exception e) when (e is NotSupportedException or JsonException or InvalidOperationException)
        {
            throw new RedactionException(ErrorCodes.Unsearched, "chat", "The result of a function cannot be written as JSON.", e.GetType());
        }
    }

    private static JsonTypeInfo<T> Info<T>() =>
        (JsonTypeInfo<T>)AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(T));
}
