using System.Text.Json;
using Redaction.Text;

namespace Redaction.Documents;

/// <summary>Looks ahead in an object that is in memory as a whole.</summary>
internal static class FhirObject
{
    private const int LongestValue = 256;

    /// <summary>The text of a property of the object; null when it has none.</summary>
    /// <param name="json">From the object's brace on.</param>
    /// <param name="name">The property.</param>
    /// <param name="deep">True to look into the objects in it too.</param>
    public static string? Text(ReadOnlySpan<byte> json, ReadOnlySpan<byte> name, bool deep = false)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, new JsonReaderState(Json.Options));
        return Seek(ref reader, name, deep) && reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length <= LongestValue
            ? Read(ref reader) : null;
    }

    /// <summary>The raw text of a property of the object, however long; false when it has none.</summary>
    public static bool TryFind(ReadOnlySpan<byte> json, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> raw)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, new JsonReaderState(Json.Options));
        var found = Seek(ref reader, name, false) && reader.TokenType == JsonTokenType.String;
        raw = found ? reader.ValueSpan : default;
        return found;
    }

    /// <summary>The type of a resource; null where the object is none, or does not say so in the buffer.</summary>
    public static string? ResourceType(ReadOnlySpan<byte> json) =>
        Text(json, "resourceType"u8) is { } type && FhirNames.IsResource(type) ? type : null;

    /// <summary>The length of an object; -1 when it does not end in the buffer.</summary>
    public static int Length(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, new JsonReaderState(Json.Options));
        try
        {
            return reader.Read() && reader.TrySkip() ? (int)reader.BytesConsumed : -1;
        }
        catch (JsonException)
        {
            return 0; // the walker says what is wrong
        }
    }

    /// <summary>Reads a token; false when there is none, or what follows is no JSON.</summary>
    public static bool TryRead(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Skips a value; false when it does not end in the buffer, or is no JSON.</summary>
    public static bool TrySkip(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.TrySkip();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool Seek(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, bool deep)
    {
        try
        {
            if (!reader.Read()) return false;
            while (reader.Read() && (reader.TokenType != JsonTokenType.EndObject || reader.CurrentDepth > 0))
            {
                if (reader.TokenType != JsonTokenType.PropertyName) continue;
                var found = reader.ValueTextEquals(name);
                if (found && (deep || reader.CurrentDepth == 1)) return reader.Read();
                if (!deep && (!reader.Read() || !reader.TrySkip())) return false;
            }
        }
        catch (JsonException)
        {
            return false; // the walker says what is wrong
        }
        return false;
    }

    private static string? Read(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
