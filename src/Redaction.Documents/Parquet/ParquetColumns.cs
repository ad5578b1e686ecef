using System.Globalization;
using Parquet;
using Parquet.Data;
using Parquet.Schema;
using Redaction.Text;

namespace Redaction.Documents.Columns;

/// <summary>Reads columns, each as the type that it is of.</summary>
internal static class ParquetColumns
{
    private static readonly CultureInfo s_plain = CultureInfo.InvariantCulture;

    /// <exception cref="RedactionException">A column is of a type that is not read.</exception>
    public static async Task<ParquetColumn> ReadAsync(ParquetRowGroupReader group, DataField field, DocumentJob job)
    {
        var read = field.ClrType switch
        {
            var t when t == typeof(string) || t == typeof(ReadOnlyMemory<char>) => Of<ReadOnlyMemory<char>>(
                static (f, v, d, r, s) => new ParquetTexts(f, v, d, r)
                { IsIncluded = s.IsIncluded, IsTyped = s.IsTyped, Context = s.Context }),
            var t when t == typeof(byte[]) || t == typeof(ReadOnlyMemory<byte>) => Of<ReadOnlyMemory<byte>>(
                static (f, v, d, r, s) => new ParquetBytes(f, v, d, r)
                { IsIncluded = s.IsIncluded, IsTyped = s.IsTyped, Context = s.Context }),
            var t when t == typeof(int) => Number<int>(),
            var t when t == typeof(long) => Number<long>(),
            var t when t == typeof(short) => Number<short>(),
            var t when t == typeof(sbyte) => Number<sbyte>(),
            var t when t == typeof(byte) => Number<byte>(),
            var t when t == typeof(ushort) => Number<ushort>(),
            var t when t == typeof(uint) => Number<uint>(),
            var t when t == typeof(ulong) => Number<ulong>(),
            var t when t == typeof(float) => Number<float>(),
            var t when t == typeof(double) => Number<double>(),
            var t when t == typeof(decimal) => Number<decimal>(),
            var t when t == typeof(Guid) => Number<Guid>(),
            var t when t == typeof(DateTime) => Values<DateTime>(Text, static s =>
                DateTime.TryParse(s, s_plain, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var v) ? v : null),
            var t when t == typeof(DateOnly) => Values<DateOnly>(static v => v.ToString("yyyy-MM-dd", s_plain),
                static s => DateOnly.TryParse(s, s_plain, out var v) ? v : null),
            var t when t == typeof(bool) => Values<bool>(null, null),
            var t when t == typeof(TimeSpan) => Values<TimeSpan>(null, null),
            var t when t == typeof(TimeOnly) => Values<TimeOnly>(null, null),
            _ => throw new RedactionException(ErrorCodes.UnsupportedFormat, "parquet", "A column is of a type that is not read."),
        };
        return await read(group, field, job).ConfigureAwait(false);
    }

    private static string Text(DateTime value) =>
        value.ToString(value.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss.FFFFFF", s_plain);

    private static Func<ParquetRowGroupReader, DataField, DocumentJob, Task<ParquetColumn>> Number<T>()
        where T : struct, ISpanFormattable, ISpanParsable<T> =>
        Values<T>(static v => v.ToString(null, s_plain), static s => T.TryParse(s, s_plain, out var v) ? v : null);

    private static Func<ParquetRowGroupReader, DataField, DocumentJob, Task<ParquetColumn>> Values<T>(
        Func<T, string>? write, Func<string, T?>? read)
        where T : struct =>
        Of<T>((f, v, d, r, s) => new ParquetValues<T>(f, v, d, r, write, read)
        { IsIncluded = s.IsIncluded, IsTyped = s.IsTyped, Context = s.Context });

    private static Func<ParquetRowGroupReader, DataField, DocumentJob, Task<ParquetColumn>> Of<T>(
        Func<DataField, T[], int[]?, int[]?, (bool IsIncluded, bool IsTyped, RedactionContext Context), ParquetColumn> make)
        where T : struct => async (group, field, job) =>
    {
        using var raw = (RawColumnData<T>)await group.ReadRawColumnDataBaseAsync(field, job.Cancellation).ConfigureAwait(false);
        var definitions = field.MaxDefinitionLevel > 0 ? raw.DefinitionLevels.ToArray() : null;
        var repetitions = field.MaxRepetitionLevel > 0 ? raw.RepetitionLevels.ToArray() : null;
        var count = definitions is null ? raw.Values.Length : definitions.Count(d => d == field.MaxDefinitionLevel);
        var values = Own(raw.Values[..count].ToArray());
        var plain = make(field, [], null, null, default).Path;
        return make(field, values, definitions, repetitions,
            (job.Includes(plain), new JsonFieldContexts(job.Context).AreTyped(plain), job.Context with { Field = plain }));
    };

    /// <summary>Texts and bytes lie in memory that goes back to a pool.</summary>
    private static T[] Own<T>(T[] values)
    {
        if (values is ReadOnlyMemory<char>[] texts)
            for (var i = 0; i < texts.Length; i++) texts[i] = texts[i].ToArray();
        if (values is ReadOnlyMemory<byte>[] bytes)
            for (var i = 0; i < bytes.Length; i++) bytes[i] = bytes[i].ToArray();
        return values;
    }
}
