using System.Text;
using Parquet;
using Parquet.Schema;

namespace Redaction.Documents.Tests;

/// <summary>Tables in columns with planted values.</summary>
internal static class PlantedTables
{
    private const string Filling = "the quick brown fox jumps over the lazy dog and nobody minds";

    /// <summary>A row for each value, with rows of filling between them, in two groups.</summary>
    public static byte[] Make(IReadOnlyList<string> values, CompressionMethod compression)
    {
        using var file = new MemoryStream();
        WriteAsync(file, values, compression).GetAwaiter().GetResult();
        return file.ToArray();
    }

    /// <summary>All that is in a table: each value as it is read, and the bytes of the file.</summary>
    public static byte[] All(byte[] file)
    {
        var text = string.Join('\n', ParquetTables.Read(file).SelectMany(static c => c.Value.Prepend(c.Key)));
        return [.. Encoding.UTF8.GetBytes(text), (byte)'\n', .. file];
    }

    private static async Task WriteAsync(Stream file, IReadOnlyList<string> values, CompressionMethod compression)
    {
        var (number, value) = (new DataField<long>("number"), new DataField<string>("value", true));
        var (note, city) = (new DataField<string>("note", false), new DataField<string>("city", true));
        var options = new ParquetOptions { CompressionMethod = compression };
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(number, value, note, city), file, options);
        foreach (var group in values.Chunk(2))
        {
            using var rows = writer.CreateRowGroup();
            await rows.WriteAsync<long>(number, group.SelectMany(static _ => (long[])[417, 12]).ToArray());
            await rows.WriteAsync(value, group.SelectMany(static v => (string?[])[null, v]).ToArray()!);
            await rows.WriteAsync(note, group.SelectMany(static v => (string[])[Filling, $"{Filling} {v} {Filling}"]).ToArray());
            await rows.WriteAsync(city, group.SelectMany(static _ => (string?[])[Filling, null]).ToArray()!);
        }
    }
}
