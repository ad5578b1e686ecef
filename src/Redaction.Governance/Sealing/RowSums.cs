using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Redaction.Governance;

/// <summary>Shows that rows were changed, added or taken out by others: of each table the sum of the codes of its rows (HMAC-SHA-256), kept
/// sealed in the file.</summary>
/// <remarks>Sums go up and down with the rows, so a writer need not read the others. They are sealed because whoever saw them grow could
/// learn codes of rows and put together others of the same sum. That the whole file was set back to an earlier state shows in the
/// log (<see cref="StoreBinding"/>).</remarks>
internal sealed class RowSums : IDisposable
{
    private const int Words = 4;
    private readonly SafeFile _file;
    private readonly IncrementalHash _codes;
    private readonly byte[] _sealing;
    private readonly ArrayBufferWriter<byte> _message = new(256); // used within transactions of the file only, one thread at a time
    private SafeState? _state; // as it stands within a transaction
    private bool _rowsChanged;

    public RowSums(SafeFile file, byte[] key)
    {
        _file = file;
        var codes = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: "safe-row-codes"u8.ToArray());
        _codes = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, codes);
        CryptographicOperations.ZeroMemory(codes);
        _sealing = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: "safe-row-sums"u8.ToArray());
    }

    /// <summary>The state as it stands, to be changed within a transaction.</summary>
    public SafeState State => _state ??= Stated();

    /// <summary>Takes in the sums of an empty safe.</summary>
    public void Begin() => _state = new();

    /// <summary>Takes in a row.</summary>
    public void Add(SafeTable table, params ReadOnlySpan<object?> row) => Change(table, row, isNew: true);

    /// <summary>Takes out a row.</summary>
    public void Remove(SafeTable table, params ReadOnlySpan<object?> row) => Change(table, row, isNew: false);

    /// <summary>Writes the state, when it was asked for, as the last thing of a transaction.</summary>
    public void Save()
    {
        if (_state is null) return;
        if (_rowsChanged) _state.Generation++;
        var bytes = AesEnvelope.Seal(_sealing, _state.Write(), "sums");
        const string Put =
            "INSERT INTO state (id, generation, sealed) VALUES (1, $1, $2) ON CONFLICT (id) DO UPDATE SET generation = $1, sealed = $2";
        _file.Run(Put, _state.Generation, bytes);
        Drop();
    }

    /// <summary>Forgets what was summed up since the last <see cref="Save"/>.</summary>
    public void Drop() => (_state, _rowsChanged) = (null, false);

    /// <summary>A keyed digest of sums, counts and generation, for the log.</summary>
    public string Digest(SafeState state) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_sealing, Rows(state)));

    /// <summary>Reads all rows and compares.</summary>
    /// <exception cref="RedactionException">The rows are not those that were written (<see cref="ErrorCodes.Integrity"/>).</exception>
    public void Verify(CancellationToken cancellation) => _file.Read(() =>
    {
        var (stated, found) = (Stated(), new SafeState());
        var values = new object?[16];
        var words = new ulong[Words];
        for (var table = 0; table < SafeSchema.Summed.Length; table++)
            _file.Each(SafeSchema.Summed[table].Rows, row =>
            {
                cancellation.ThrowIfCancellationRequested();
                for (var i = 0; i < row.FieldCount; i++) values[i] = row.IsDBNull(i) ? null : row.GetValue(i);
                Code((SafeTable)table, values.AsSpan(0, row.FieldCount), words);
                found.Add(table, words);
            });
        found.Generation = stated.Generation;
        if (!CryptographicOperations.FixedTimeEquals(Rows(found), Rows(stated))) throw Changed(null);
    });

    public void Dispose()
    {
        _codes.Dispose();
        CryptographicOperations.ZeroMemory(_sealing);
    }

    private void Change(SafeTable table, ReadOnlySpan<object?> row, bool isNew)
    {
        Span<ulong> code = stackalloc ulong[Words];
        Code(table, row, code);
        if (isNew) State.Add((int)table, code);
        else State.Remove((int)table, code);
        _rowsChanged = true;
    }

    private static ReadOnlySpan<byte> Rows(SafeState state) => state.Write().AsSpan(0, SafeState.RowsSize);

    private SafeState Stated()
    {
        var all = _file.All("SELECT sealed FROM state WHERE id = 1", static row => row.GetFieldValue<byte[]>(0));
        if (all.Count == 0) throw Changed(null);
        try
        {
            return SafeState.Read(AesEnvelope.Open(_sealing, all[0], "sums")) ?? throw Changed(null);
        }
        catch (CryptographicException e)
        {
            throw Changed(e.GetType());
        }
    }

    private void Code(SafeTable table, ReadOnlySpan<object?> row, Span<ulong> words)
    {
        _message.ResetWrittenCount();
        Write(SafeSchema.Summed[(int)table].Table);
        foreach (var value in row) Write(value);
        _codes.AppendData(_message.WrittenSpan);
        Span<byte> code = stackalloc byte[HMACSHA256.HashSizeInBytes];
        _codes.GetHashAndReset(code);
        for (var i = 0; i < Words; i++) words[i] = BinaryPrimitives.ReadUInt64LittleEndian(code[(8 * i)..]);
    }

    /// <summary>A value with its kind and length in front, so that no two rows give the same message.</summary>
    private void Write(object? value)
    {
        switch (value)
        {
            case null: Put(0, []); return;
            case string text:
                var at = _message.GetSpan(5 + Encoding.UTF8.GetMaxByteCount(text.Length));
                var length = Encoding.UTF8.GetBytes(text, at[5..]);
                at[0] = 1;
                BinaryPrimitives.WriteInt32LittleEndian(at[1..], length);
                _message.Advance(5 + length);
                return;
            case byte[] bytes:
                Span<byte> size = stackalloc byte[4];
                BinaryPrimitives.WriteInt32LittleEndian(size, bytes.Length);
                Put(2, size);
                _message.Write(bytes);
                return;
            case long or int:
                Span<byte> number = stackalloc byte[8];
                BinaryPrimitives.WriteInt64LittleEndian(number, value is long wide ? wide : (int)value);
                Put(3, number);
                return;
            default: throw Changed(null); // no column of ours has such a value
        }
    }

    private void Put(byte kind, ReadOnlySpan<byte> bytes)
    {
        var at = _message.GetSpan(1 + bytes.Length);
        at[0] = kind;
        bytes.CopyTo(at[1..]);
        _message.Advance(1 + bytes.Length);
    }

    private static RedactionException Changed(Type? cause) =>
        new(ErrorCodes.Integrity, "store", "The store was changed since it was written, or belongs to another key or project.", cause);
}
