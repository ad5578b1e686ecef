using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Redaction.Governance;

/// <summary>Shows that rows were changed, added or taken out by others: of each table the sum of the codes of its rows (HMAC-SHA-256), kept
/// sealed in the file.</summary>
/// <remarks>Sums go up and down with the rows, so a writer need not read the others. They are sealed because whoever saw them grow could
/// learn codes of rows and put together others of the same sum. That the whole file was set back to an earlier state does not
/// show.</remarks>
internal sealed class RowSums : IDisposable
{
    private const int Words = 4; // of 64 bits: a sum modulo 2^256
    private readonly SafeFile _file;
    private readonly IncrementalHash _codes;
    private readonly byte[] _sealing;
    private readonly MemoryStream _message = new(256); // used within transactions of the file only, which one thread has at a time
    private ulong[][]? _sums; // as they stand within a transaction

    public RowSums(SafeFile file, byte[] key)
    {
        _file = file;
        var codes = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: "safe-row-codes"u8.ToArray());
        _codes = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, codes);
        CryptographicOperations.ZeroMemory(codes);
        _sealing = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: "safe-row-sums"u8.ToArray());
    }

    /// <summary>Takes in the sums of an empty safe.</summary>
    public void Begin() => _sums = Zero();

    /// <summary>Takes in a row.</summary>
    public void Add(string table, params ReadOnlySpan<object?> row)
    {
        ulong[] code = Code(table, row), sum = Of(table);
        UInt128 carry = 0;
        for (var i = 0; i < Words; i++, carry >>= 64) sum[i] = (ulong)(carry += (UInt128)sum[i] + code[i]);
    }

    /// <summary>Takes out a row.</summary>
    public void Remove(string table, params ReadOnlySpan<object?> row)
    {
        ulong[] code = Code(table, row), sum = Of(table);
        var borrow = false;
        for (var i = 0; i < Words; i++)
        {
            var (from, less) = (sum[i], code[i]);
            sum[i] = from - less - (borrow ? 1UL : 0);
            borrow = from < less || borrow && from == less;
        }
    }

    /// <summary>Writes the sums, when they changed, as the last thing of a transaction.</summary>
    public void Save()
    {
        if (_sums is null) return;
        var bytes = AesEnvelope.Seal(_sealing, Bytes(_sums), "sums");
        _file.Run("INSERT INTO state (id, sealed) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET sealed = $1", bytes);
        _sums = null;
    }

    /// <summary>Forgets what was summed up since the last <see cref="Save"/>.</summary>
    public void Drop() => _sums = null;

    /// <summary>Reads all rows and compares.</summary>
    /// <exception cref="RedactionException">The rows are not those that were written (<see cref="ErrorCodes.Integrity"/>).</exception>
    public void Verify() => _file.Read(() =>
    {
        var stated = Stated();
        _sums = Zero();
        var values = new object?[16];
        foreach (var (table, rows) in SafeSchema.Summed)
            _file.Each(rows, row =>
            {
                for (var i = 0; i < row.FieldCount; i++) values[i] = row.IsDBNull(i) ? null : row.GetValue(i);
                Add(table, values.AsSpan(0, row.FieldCount));
            });
        var found = Bytes(_sums);
        _sums = null;
        if (!CryptographicOperations.FixedTimeEquals(found, stated)) throw Changed(null);
    });

    public void Dispose()
    {
        _codes.Dispose();
        _message.Dispose();
        CryptographicOperations.ZeroMemory(_sealing);
    }

    private ulong[] Of(string table)
    {
        _sums ??= Parse(Stated());
        return _sums[Array.FindIndex(SafeSchema.Summed, t => t.Table == table)];
    }

    private byte[] Stated()
    {
        var all = _file.All("SELECT sealed FROM state WHERE id = 1", static row => row.GetFieldValue<byte[]>(0));
        if (all.Count == 0) throw Changed(null);
        try
        {
            return AesEnvelope.Open(_sealing, all[0], "sums");
        }
        catch (CryptographicException e)
        {
            throw Changed(e.GetType());
        }
    }

    private ulong[] Code(string table, ReadOnlySpan<object?> row)
    {
        _message.SetLength(0);
        Write(_message, table);
        foreach (var value in row) Write(_message, value);
        _codes.AppendData(_message.GetBuffer().AsSpan(0, (int)_message.Length));
        Span<byte> code = stackalloc byte[HMACSHA256.HashSizeInBytes];
        _codes.GetHashAndReset(code);
        var words = new ulong[Words];
        for (var i = 0; i < Words; i++) words[i] = BinaryPrimitives.ReadUInt64LittleEndian(code[(8 * i)..]);
        return words;
    }

    /// <summary>A value with its kind and length in front, so that no two rows give the same message.</summary>
    private static void Write(MemoryStream message, object? value)
    {
        Span<byte> number = stackalloc byte[8];
        switch (value)
        {
            case null: message.WriteByte(0); return;
            case string or byte[]:
                var bytes = value as byte[] ?? Encoding.UTF8.GetBytes((string)value);
                message.WriteByte(value is string ? (byte)1 : (byte)2);
                BinaryPrimitives.WriteInt32LittleEndian(number, bytes.Length);
                message.Write(number[..4]);
                message.Write(bytes);
                return;
            case long or int:
                message.WriteByte(3);
                BinaryPrimitives.WriteInt64LittleEndian(number, value is long wide ? wide : (int)value);
                message.Write(number);
                return;
            default: throw Changed(null); // no column of ours has such a value
        }
    }

    private static ulong[][] Zero() => [.. SafeSchema.Summed.Select(static _ => new ulong[Words])];

    private static byte[] Bytes(ulong[][] sums)
    {
        var bytes = new byte[sums.Length * Words * 8];
        for (var i = 0; i < sums.Length * Words; i++)
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(8 * i), sums[i / Words][i % Words]);
        return bytes;
    }

    private static ulong[][] Parse(byte[] bytes)
    {
        var sums = Zero();
        if (bytes.Length != sums.Length * Words * 8) throw Changed(null);
        for (var i = 0; i < sums.Length * Words; i++)
            sums[i / Words][i % Words] = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(8 * i));
        return sums;
    }

    private static RedactionException Changed(Type? cause) =>
        new(ErrorCodes.Integrity, "store", "The store was changed since it was written, or belongs to another key or project.", cause);
}
