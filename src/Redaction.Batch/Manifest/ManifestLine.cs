using System.Text;
using System.Text.Json;

namespace Redaction.Batch;

/// <summary>Takes the rules out of a line of a manifest, or puts them in: the first line has them, and lines move.</summary>
internal static class ManifestLine
{
    /// <summary>Writes a line with the rules of its policy.</summary>
    public static void WriteWithRules(ReadOnlySpan<byte> line, string? rules, Stream output)
    {
        var (effective, end) = Places(line);
        if (effective.Length > 0 || rules is null)
        {
            output.Write(line);
            return;
        }
        output.Write(line[..end]);
        output.Write(Encoding.UTF8.GetBytes(",\"effective\":" + rules));
        output.Write(line[end..]);
    }

    /// <summary>Writes a line without the rules of its policy.</summary>
    public static void WriteWithoutRules(ReadOnlySpan<byte> line, Stream output)
    {
        var (effective, _) = Places(line);
        output.Write(line[..effective.Start]);
        output.Write(line[effective.End..]);
    }

    /// <summary>Where the rules stand, their comma included, and where the policy ends.</summary>
    private static (TextSpan Effective, int End) Places(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isPolicy = reader.ValueTextEquals("policy"u8);
            reader.Read();
            if (isPolicy) return InPolicy(ref reader);
            reader.Skip();
        }
        throw new JsonException();
    }

    private static (TextSpan Effective, int End) InPolicy(ref Utf8JsonReader reader)
    {
        var effective = default(TextSpan);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isRules, start) = (reader.ValueTextEquals("effective"u8), (int)reader.TokenStartIndex - 1);
            reader.Read();
            reader.Skip();
            if (isRules) effective = TextSpan.FromBounds(start, (int)reader.BytesConsumed);
        }
        return (effective, (int)reader.TokenStartIndex);
    }
}
