using System.Text.Json;

namespace Redaction.Text;

/// <summary>Looks for the name of a value that stands behind it in the same object: <c>{"value":…,"name":"password"}</c>.</summary>
internal static class JsonPairs
{
    private const int MostTokens = 48, LongestName = 48;

    /// <summary>The text of the property that names the value which the reader stands before; null when none follows in the
    /// buffer.</summary>
    /// <param name="reader">A copy that stands at a property's name.</param>
    public static string? NameBehind(Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        try
        {
            for (var count = 0; count < MostTokens && reader.Read() && reader.CurrentDepth >= depth; count++)
            {
                if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != depth || reader.ValueSpan.Length > LongestName)
                    continue;
                if (!PairNames.IsNaming(reader.GetString()!) || !reader.Read() || reader.TokenType != JsonTokenType.String) continue;
                return reader.ValueSpan.Length <= LongestName ? reader.GetString() : null;
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null; // whoever reads on will say so
        }
        return null;
    }
}
