using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Redaction.Batch;

/// <summary>How JSON lines are written and read: one line, readable where that is safe; read as strictly as it was written.</summary>
internal static class ManifestJson
{
    /// <summary>Files for machines, never put into a page: no need to escape letters beyond ASCII.</summary>
    public static JsonWriterOptions Compact { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>A key twice would be read in one of two ways.</summary>
    public static JsonDocumentOptions Strict { get; } = new() { AllowDuplicateProperties = false };

    /// <summary>Refuses keys that this version does not write: what they say would be lost.</summary>
    /// <exception cref="JsonException">There is another key.</exception>
    public static void RequireKnown(this JsonElement json, ReadOnlySpan<string> keys)
    {
        foreach (var property in json.EnumerateObject())
            if (!keys.Contains(property.Name)) throw new JsonException();
    }

    public static string Text(this JsonElement json, string key) => TextOf(json.GetProperty(key));

    public static string? TextOrNull(this JsonElement json, string key) => json.TryGetProperty(key, out var value) ? TextOf(value) : null;

    public static int? IntOrNull(this JsonElement json, string key) => json.TryGetProperty(key, out var value) ? value.GetInt32() : null;

    public static double? NumberOrNull(this JsonElement json, string key) =>
        json.TryGetProperty(key, out var value) ? value.GetDouble() : null;

    public static ImmutableArray<string>? TextsOrNull(this JsonElement json, string key) =>
        json.TryGetProperty(key, out var values) ? [.. values.EnumerateArray().Select(TextOf)] : null;

    public static ImmutableSortedDictionary<string, T> Map<T>(this JsonElement json, Func<JsonElement, T> read) =>
        json.EnumerateObject().ToImmutableSortedDictionary(static p => p.Name, p => read(p.Value), StringComparer.Ordinal);

    /// <summary>How often something was counted.</summary>
    public static long Count(JsonElement value) => value.GetInt64() is >= 0 and var count ? count : throw new JsonException();

    /// <summary>A lower-case SHA-256.</summary>
    public static string Digest(this JsonElement json, string key) =>
        json.Text(key) is { Length: 64 } digest && digest.All(char.IsAsciiHexDigitLower) ? digest : throw new JsonException();

    public static string TextOf(JsonElement value) => value.GetString() ?? throw new JsonException();
}
