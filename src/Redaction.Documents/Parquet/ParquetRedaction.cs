using Parquet;
using Parquet.Meta;
using Parquet.Schema;
using Redaction.Text;

namespace Redaction.Documents.Columns;

/// <summary>Redacts the row groups of a file one after the other; one of them is in memory at a time.</summary>
internal sealed class ParquetRedaction(DocumentJob job)
{
    private const string MetadataKind = "metadata";

    public async Task RunAsync(Stream input, Stream output)
    {
        await using var reader = await ParquetReader.CreateAsync(input, null, leaveStreamOpen: true, job.Cancellation)
            .ConfigureAwait(false);
        if (reader.Metadata is not { EncryptionAlgorithm: null } metadata)
            throw new RedactionException(ErrorCodes.UnsupportedFormat, "parquet", "The file is encrypted: decrypt it first.");
        await RequireSameSchemaAsync(reader.Schema, metadata).ConfigureAwait(false);
        foreach (var field in reader.Schema.DataFields) RequirePlainName(field);
        LeaveOut(metadata.KeyValueMetadata?.Count ?? 0);
        var options = new ParquetOptions { CompressionMethod = CompressionOf(metadata) };
        await using var writer = await ParquetWriter.CreateAsync(reader.Schema, output, options, append: false, job.Cancellation)
            .ConfigureAwait(false);
        var row = 0L;
        for (var i = 0; i < reader.RowGroupCount; i++)
        {
            using var group = reader.OpenRowGroupReader(i);
            var columns = new List<ParquetColumn>();
            foreach (var field in reader.Schema.DataFields)
            {
                columns.Add(await ParquetColumns.ReadAsync(group, field, job).ConfigureAwait(false));
                LeaveOut(group.GetCustomMetadata(field)?.Count ?? 0);
            }
            new ParquetRows(job, columns, row).Redact();
            row += group.RowCount;
            using var written = writer.CreateRowGroup();
            foreach (var column in columns) await column.WriteAsync(written, job.Cancellation).ConfigureAwait(false);
            written.CompleteValidate();
        }
    }

    /// <summary>What programs note beside the data can quote it, in forms of their own: it does not leave.</summary>
    private void LeaveOut(int entries)
    {
        for (var i = 0; i < entries; i++) job.Account.AddUnsearched(new(MetadataKind, 1, UnsearchedChoice.Erase));
    }

    private void RequirePlainName(DataField field)
    {
        var name = field.Path.ToString();
        if (!job.Redactor.PlanName(name, job.Context with { Field = name + "~" }).Items.IsEmpty)
            throw new RedactionException(ErrorCodes.PersonalName, "parquet", "The name of a column holds what is to be taken out.");
    }

    /// <summary>The schema of the output is that of the input to the last type, or there is no output.</summary>
    private async Task RequireSameSchemaAsync(ParquetSchema schema, FileMetaData metadata)
    {
        using var empty = new MemoryStream();
        await using (await ParquetWriter.CreateAsync(schema, empty, null, append: false, job.Cancellation).ConfigureAwait(false)) { }
        await using var again = await ParquetReader.CreateAsync(empty, null, leaveStreamOpen: true, job.Cancellation).ConfigureAwait(false);
        var written = again.Metadata!.Schema;
        var isSame = written.Count == metadata.Schema.Count;
        for (var i = 1; isSame && i < written.Count; i++) isSame = IsSame(metadata.Schema[i], written[i]);
        if (!isSame)
            throw new RedactionException(ErrorCodes.UnsupportedFormat, "parquet",
                "A column is of a type that cannot be written as it is: write the file anew with plain types.");
    }

    private static bool IsSame(SchemaElement one, SchemaElement other) =>
        (one.Name, one.Type, one.TypeLength, one.RepetitionType, one.NumChildren ?? 0, one.Scale ?? 0, one.Precision ?? 0)
            == (other.Name, other.Type, other.TypeLength, other.RepetitionType, other.NumChildren ?? 0, other.Scale ?? 0,
                other.Precision ?? 0)
        && LogicalOf(one) == LogicalOf(other);

    /// <summary>What a column means, in the words of the older and of the newer annotation.</summary>
    private static string LogicalOf(SchemaElement element) => element switch
    {
        { LogicalType.STRING: not null } or { ConvertedType: ConvertedType.UTF8 } => "string",
        { LogicalType.TIMESTAMP: { } time } =>
            $"timestamp {time.IsAdjustedToUTC} {time.Unit?.MILLIS is not null} {time.Unit?.MICROS is not null}",
        { LogicalType.LIST: not null } or { ConvertedType: ConvertedType.LIST } => "list",
        { LogicalType.MAP: not null } or { ConvertedType: ConvertedType.MAP } => "map",
        { LogicalType.DATE: not null } or { ConvertedType: ConvertedType.DATE } => "date",
        { LogicalType.DECIMAL: not null } or { ConvertedType: ConvertedType.DECIMAL } => "decimal",
        { LogicalType.INTEGER: { } integer } => $"integer {integer.BitWidth} {integer.IsSigned}",
        { LogicalType.UUID: not null } => "uuid",
        { LogicalType: null, ConvertedType: null } => "",
        { ConvertedType: ConvertedType.INT_8 } => "integer 8 True",
        { ConvertedType: ConvertedType.INT_16 } => "integer 16 True",
        { ConvertedType: ConvertedType.INT_32 } => "integer 32 True",
        { ConvertedType: ConvertedType.INT_64 } => "integer 64 True",
        { ConvertedType: ConvertedType.UINT_8 } => "integer 8 False",
        { ConvertedType: ConvertedType.UINT_16 } => "integer 16 False",
        { ConvertedType: ConvertedType.UINT_32 } => "integer 32 False",
        { ConvertedType: ConvertedType.UINT_64 } => "integer 64 False",
        _ => element.ConvertedType?.ToString() ?? "other",
    };

    private static CompressionMethod CompressionOf(FileMetaData metadata) =>
        metadata.RowGroups.SelectMany(static g => g.Columns).FirstOrDefault()?.MetaData?.Codec switch
        {
            CompressionCodec.UNCOMPRESSED => CompressionMethod.None,
            CompressionCodec.GZIP => CompressionMethod.Gzip,
            CompressionCodec.BROTLI => CompressionMethod.Brotli,
            CompressionCodec.ZSTD => CompressionMethod.Zstd,
            CompressionCodec.LZ4_RAW => CompressionMethod.Lz4Raw,
            _ => CompressionMethod.Snappy,
        };
}
