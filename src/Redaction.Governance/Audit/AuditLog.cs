using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace Redaction.Governance;

/// <summary>A log to which records can only be added: each names the hash of the one before, and checkpoints sign the Merkle root of
/// all.</summary>
/// <remarks>Thread-safe. One process writes a log at a time; each worker has its own and rolls it up (<see cref="RollUp"/>). To the log of
/// a store several may add. A record is in the file when <see cref="Append"/> returns, so it survives the process; checkpoints force it
/// to the disk.</remarks>
public sealed class AuditLog : IDisposable
{
    private const int RecordsPerCheckpoint = 10_000;
    private readonly FileStream _file;
    private readonly AuditSigner? _signer;
    private readonly TimeProvider _time;
    private readonly MerkleTree _tree = new();
    private readonly ArrayBufferWriter<byte> _line = new(512);
    private readonly Lock _lock = new();
    private readonly Action<Action> _inTurn;
    private string _previous = AuditRecord.Genesis;
    private string _log = "";
    private byte[]? _lastStore;
    private int _sinceCheckpoint;
    private bool _keeps;
    private bool _disposed;

    private AuditLog(FileStream file, AuditSigner? signer, TimeProvider? time, Action<Action>? inTurn)
    {
        (_file, _signer, _time) = (file, signer, time ?? TimeProvider.System);
        _inTurn = inTurn is null ? static work => work() : work => inTurn(() =>
        {
            Load(); // what others wrote since
            work();
        });
    }

    /// <summary>Opens a log to add to it, or makes it. A last line that was never finished is cut off: no record was acknowledged for
    /// it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="signer">Signs checkpoints; null leaves them unsigned, so that only changes by others than the writer show.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="RedactionException">The log was changed (<see cref="ErrorCodes.Integrity"/>).</exception>
    /// <exception cref="IOException">The file cannot be opened, or another process has it open.</exception>
    public static AuditLog Open(string path, AuditSigner? signer = null, TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Loaded(new(new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0), signer, time, null));
    }

    /// <summary>Opens a log that several processes add to, or makes it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="signer">Signs checkpoints.</param>
    /// <param name="time">The clock.</param>
    /// <param name="inTurn">Does what it is given while no other process does.</param>
    internal static AuditLog OpenShared(string path, AuditSigner signer, TimeProvider time, Action<Action> inTurn)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return Loaded(new(new(path, options), signer, time, inTurn));
    }

    /// <summary>The events in a log, in their order; none when there is no file. A last line that was never finished counts for
    /// nothing.</summary>
    /// <remarks>They are told as they stand there: <see cref="AuditVerifier"/> says whether they were changed.</remarks>
    /// <exception cref="RedactionException">A line is no event (<see cref="ErrorCodes.Integrity"/>).</exception>
    public static IEnumerable<AuditEvent> ReadEvents(string path) => AuditReader.Read(path);

    private static AuditLog Loaded(AuditLog log)
    {
        try
        {
            log._inTurn(log.Load);
            return log;
        }
        catch
        {
            log._file.Dispose();
            throw;
        }
    }

    /// <summary>Adds a record.</summary>
    /// <exception cref="ArgumentException">The event is none of <see cref="AuditEvents"/>.</exception>
    public void Append(AuditEvent entry)
    {
        Check(entry);
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _inTurn(() =>
            {
                Write(entry);
                if (_sinceCheckpoint >= RecordsPerCheckpoint) WriteCheckpoint();
            });
        }
    }

    /// <summary>Adds a record, forces it to the disk and returns it with the proof that it is in the log.</summary>
    /// <exception cref="ArgumentException">The event is none of <see cref="AuditEvents"/>.</exception>
    internal AuditReceipt AppendWithReceipt(AuditEvent entry)
    {
        Check(entry);
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            AuditReceipt receipt = null!;
            _inTurn(() =>
            {
                Write(entry);
                var (line, head) = (Encoding.UTF8.GetString(_line.WrittenSpan[..^1]), CurrentHead());
                receipt = new(line, head.Size - 1, head, _tree.Inclusion(head.Size - 1, head.Size));
                WriteCheckpoint();
            });
            return receipt;
        }
    }

    /// <summary>Does what it is given while neither another thread nor another process adds to the log.</summary>
    internal void InTurn(Action work)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _inTurn(work);
        }
    }

    /// <summary>The last record of what the tables of a store hold; null when there is none. In turn.</summary>
    internal ReadOnlyMemory<byte> LastStore => _lastStore;

    /// <summary>Number of records and the leaf hash of the last one. In turn.</summary>
    internal (int Size, byte[] Leaf) End() => (_tree.Count, _tree.Count == 0 ? new byte[32] : _tree.Leaf(_tree.Count - 1).ToArray());

    /// <summary>True when the log has that many records at least, and that leaf hash is the last one's of these. In turn.</summary>
    internal bool Continues(int size, ReadOnlySpan<byte> leaf) =>
        size <= _tree.Count && (size == 0 || _tree.Leaf(size - 1).SequenceEqual(leaf));

    /// <summary>Adds a checkpoint, forces everything to the disk, and returns the head before it, to be kept elsewhere.</summary>
    public AuditHead Checkpoint()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            AuditHead head = null!;
            _inTurn(() => head = WriteCheckpoint());
            return head;
        }
    }

    /// <summary>Takes up the end of a worker's log, which from then on cannot be changed without this log showing it.</summary>
    public void RollUp(AuditHead worker)
    {
        ArgumentNullException.ThrowIfNull(worker);
        Append(new(AuditEvents.RollUp)
        {
            Details = ImmutableSortedDictionary<string, string>.Empty.Add("log", worker.Log).Add("root", worker.Root),
            Counts = ImmutableSortedDictionary<string, long>.Empty.Add("size", worker.Size),
        });
    }

    /// <summary>The proof that the record at <paramref name="index"/> is among the first <paramref name="size"/> records.</summary>
    internal ImmutableArray<byte[]> Inclusion(int index, int size)
    {
        lock (_lock) return _tree.Inclusion(index, size);
    }

    /// <summary>The proof that the first <paramref name="first"/> records are the beginning of the first
    /// <paramref name="second"/>.</summary>
    internal ImmutableArray<byte[]> Consistency(int first, int second)
    {
        lock (_lock) return _tree.Consistency(first, second);
    }

    /// <summary>The log as it stands.</summary>
    public AuditHead Head
    {
        get
        {
            lock (_lock) return CurrentHead();
        }
    }

    /// <summary>Ends the log with a checkpoint.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_disposed) return;
            _disposed = true;
            try
            {
                if (_sinceCheckpoint > 0) _inTurn(() => _ = _sinceCheckpoint > 0 ? WriteCheckpoint() : null);
            }
            finally
            {
                _file.Dispose();
            }
        }
    }

    private static void Check(AuditEvent entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (!AuditEvents.All.Contains(entry.Event))
            throw new ArgumentException($"There is no event '{entry.Event}' (valid: {string.Join(", ", AuditEvents.All)}).");
    }

    private AuditHead CurrentHead() => new(_log, _tree.Count, Convert.ToHexStringLower(_tree.Root()));

    private AuditHead WriteCheckpoint()
    {
        var head = CurrentHead();
        Write(AuditCheckpoint.Make(head, _signer));
        _sinceCheckpoint = 0;
        _file.Flush(flushToDisk: true);
        return head;
    }

    private void Write(AuditEvent entry)
    {
        _line.ResetWrittenCount();
        var hash = AuditRecord.Write(entry, _tree.Count, _previous, _time.GetUtcNow(), _line);
        var leaf = MerkleTree.LeafHash(_line.WrittenSpan);
        if (entry.Event == AuditEvents.Store) _lastStore = _line.WrittenSpan.ToArray();
        _line.Write("\n"u8);
        _file.Write(_line.WrittenSpan);
        if (!_keeps && _file.Length < _file.Position)
            throw new RedactionException(ErrorCodes.Unwritable, "audit-log", "The log is no file that keeps what is written to it.");
        _keeps = true;
        _previous = hash;
        if (_tree.Count == 0) _log = hash[..32];
        _tree.AddLeaf(leaf);
        _sinceCheckpoint++;
    }

    private void Load()
    {
        var begin = _file.Position;
        if (_file.Length == begin) return;
        if (_file.Length < begin) throw Changed();
        var bytes = new byte[_file.Length - begin];
        _file.ReadExactly(bytes);
        var whole = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        var isClosed = _sinceCheckpoint == 0;
        for (var start = 0; start < whole;)
        {
            var end = start + bytes.AsSpan(start, whole - start).IndexOf((byte)'\n');
            var record = bytes.AsSpan(start, end - start);
            if (!AuditLine.TryRead(record, out var line) || !line.IsUnchanged
                || !Ascii.Equals(line.Previous, _previous) || line.Sequence != _tree.Count)
                throw Changed();
            _previous = Encoding.ASCII.GetString(line.Stated);
            if (_tree.Count == 0) _log = _previous[..32];
            _tree.Add(record);
            if (line.IsStore) _lastStore = record.ToArray();
            (isClosed, start) = (line.IsCheckpoint, end + 1);
        }
        _sinceCheckpoint = isClosed ? 0 : _sinceCheckpoint + 1;
        if (whole < bytes.Length) _file.SetLength(begin + whole);
        _file.Position = begin + whole;
    }

    private static RedactionException Changed() =>
        new(ErrorCodes.Integrity, "audit-log", "'redact audit verify' says where the log was changed. Keep it, and begin another.");
}
