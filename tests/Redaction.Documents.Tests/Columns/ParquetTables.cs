using Parquet;
using Parquet.Data;
using Parquet.Schema;

namespace Redaction.Documents.Tests;

/// <summary>Invented tables.</summary>
internal static class ParquetTables
{
    private static readonly DataField s_id = new DataField<long>("id");
    private static readonly DataField s_mail = new DataField<string>("mail", true);
    private static readonly DataField s_note = new DataField<string>("note", false);
    private static readonly DataField s_phone = new DataField<long>("phone", true);
    private static readonly DataField s_seen = new DataField<DateTime>("seen", false);
    private static readonly DataField s_active = new DataField<bool>("active", false);
    private static readonly DataField s_photo = new DataField<byte[]>("photo", true);
    private static readonly DataField s_tag = new DataField<string>("element", true);

    /// <summary>Rows of some kinds of column; without pictures unless asked for.</summary>
    public static byte[] Make(
        int rows, int groups = 1, bool pictures = false, CompressionMethod compression = CompressionMethod.None, bool metadata = false)
    {
        var tags = new ListField("tags", s_tag);
        var schema = new ParquetSchema([s_id, s_mail, s_note, s_phone, s_seen, s_active, tags, .. pictures ? [s_photo] : (Field[])[]]);
        using var file = new MemoryStream();
        WriteAsync(file, schema, rows, groups, pictures, compression, metadata).GetAwaiter().GetResult();
        return file.ToArray();
    }

    private static async Task WriteAsync(
        Stream file, ParquetSchema schema, int rows, int groups, bool pictures, CompressionMethod compression, bool metadata)
    {
        await using var writer = await ParquetWriter.CreateAsync(schema, file, new ParquetOptions { CompressionMethod = compression });
        if (metadata) writer.CustomMetadata = new Dictionary<string, string> { ["index"] = "canary.person@example.com" };
        for (var g = 0; g < groups; g++)
        {
            var range = Enumerable.Range(g * rows, rows).ToArray();
            using var group = writer.CreateRowGroup();
            await group.WriteAsync<long>(s_id, range.Select(static i => (long)i).ToArray());
            await group.WriteAsync(s_mail, range.Select(static i => i % 3 == 2 ? null! : $"p{i}@example.com").ToArray());
            await group.WriteAsync(s_note, range.Select(static i => $"order {i} of p{i}@example.com, ok").ToArray());
            await group.WriteAsync<long>(s_phone, range.Select(static i => i % 2 == 0 ? (long?)null : 12125550100 + i % 99).ToArray());
            await group.WriteAsync<DateTime>(s_seen,
                range.Select(static i => new DateTime(2024, 1, 1 + i % 28, 0, 0, 0, DateTimeKind.Utc)).ToArray());
            await group.WriteAsync<bool>(s_active, range.Select(static i => i % 2 == 0).ToArray());
            var (texts, levels) = (new List<string>(), new List<int>());
            foreach (var i in range)
            {
                texts.AddRange([$"t{i}", $"call q{i}@example.com"]);
                levels.AddRange([0, 1]);
            }
            await group.WriteAsync((DataField)((ListField)schema[6]).Item, texts, levels.ToArray());
            if (pictures) await group.WriteAsync(s_photo, range.Select(static i => i % 2 == 0 ? null! : (byte[])[1, 2, 3]).ToArray());
        }
    }

    /// <summary>All values that there are, as texts: column by column, row group by row group; what is null is left out.</summary>
    public static SortedDictionary<string, string[]> Read(byte[] file) => ReadAsync(file).GetAwaiter().GetResult();

    private static async Task<SortedDictionary<string, string[]>> ReadAsync(byte[] file)
    {
        var columns = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        await using var reader = await ParquetReader.CreateAsync(new MemoryStream(file));
        for (var g = 0; g < reader.RowGroupCount; g++)
        {
            using var group = reader.OpenRowGroupReader(g);
            foreach (var field in reader.Schema.DataFields)
            {
                using var raw = await group.ReadRawColumnDataBaseAsync(field);
                var there = field.MaxDefinitionLevel == 0 ? (int)group.RowCount
                    : raw.DefinitionLevels.ToArray().Count(d => d == field.MaxDefinitionLevel);
                string[] values = raw switch
                {
                    RawColumnData<ReadOnlyMemory<char>> texts => [.. texts.Values[..there].ToArray().Select(static t => t.ToString())],
                    RawColumnData<ReadOnlyMemory<byte>> bytes =>
                        [.. bytes.Values[..there].ToArray().Select(static b => Convert.ToHexString(b.Span))],
                    RawColumnData<long> numbers => [.. numbers.Values[..there].ToArray().Select(static n => $"{n}")],
                    RawColumnData<DateTime> times => [.. times.Values[..there].ToArray().Select(static t => $"{t:s}")],
                    RawColumnData<bool> flags => [.. flags.Values[..there].ToArray().Select(static b => $"{b}")],
                    _ => throw new InvalidOperationException(raw.GetType().Name),
                };
                var name = field.Path.ToString();
                columns[name] = [.. columns.GetValueOrDefault(name, []), .. values];
            }
        }
        return columns;
    }

    /// <summary>Places for values, nulls included, and metadata.</summary>
    public static long Size(byte[] file) => SizeAsync(file).GetAwaiter().GetResult();

    private static async Task<long> SizeAsync(byte[] file)
    {
        await using var reader = await ParquetReader.CreateAsync(new MemoryStream(file));
        return reader.Metadata!.RowGroups.Sum(static g => g.Columns.Sum(static c => c.MetaData!.NumValues))
            + (reader.Metadata.KeyValueMetadata?.Count ?? 0);
    }
}
