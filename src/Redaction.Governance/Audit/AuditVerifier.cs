using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace Redaction.Governance;

/// <summary>Finds what was changed in a log: edits, deletions, another order, insertions, forks, a missing end, checkpoints that do not
/// fit.</summary>
/// <remarks>
/// Without a signer the hash chain shows changes by whoever did not write the rest of the log anew. With the signer's public key a log that
/// was written anew shows too. That records after a checkpoint were cut off shows only against a head that was kept elsewhere.
/// </remarks>
public sealed class AuditVerifier
{
    private readonly AuditSigner? _signer;
    private readonly AuditHead? _trusted;
    private readonly List<AuditProblem> _problems = [];
    private readonly Dictionary<int, UInt128> _seen = [];
    private readonly SortedSet<int> _missing = [];
    private readonly MerkleTree _tree = new();
    private readonly byte[] _previous = Encoding.ASCII.GetBytes(AuditRecord.Genesis);
    private bool _isPreviousKnown = true;
    private string? _log;
    private int _expected;
    private int _line;
    private int _checkpoints;
    private int _signatures;
    private bool _isClosed;
    private bool _trustedSeen;

    private AuditVerifier(AuditSigner? signer, AuditHead? trusted) => (_signer, _trusted) = (signer, trusted);

    /// <summary>Verifies a log.</summary>
    /// <param name="log">The log's bytes.</param>
    /// <param name="signer">Who is to have signed its checkpoints; null leaves signatures unchecked.</param>
    /// <param name="trusted">A head that was kept elsewhere, if there is one.</param>
    /// <param name="cancellationToken">Stops the verification.</param>
    public static AuditReport Verify(
        ReadOnlySpan<byte> log, AuditSigner? signer = null, AuditHead? trusted = null, CancellationToken cancellationToken = default)
    {
        var verifier = new AuditVerifier(signer, trusted);
        while (!log.IsEmpty)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var end = log.IndexOf((byte)'\n');
            verifier._line++;
            if (end < 0)
            {
                verifier.Add(AuditProblemKind.Truncated, "The last line is not whole.");
                verifier._isClosed = true; // told already
                break;
            }
            verifier.Read(log[..end]);
            log = log[(end + 1)..];
        }
        return verifier.Finish();
    }

    /// <summary>Verifies a log file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static AuditReport VerifyFile(
        string path, AuditSigner? signer = null, AuditHead? trusted = null, CancellationToken cancellationToken = default) =>
        Verify(File.ReadAllBytes(path), signer, trusted, cancellationToken);

    /// <summary>Says where two copies of a log part; null when one is the beginning of the other.</summary>
    public static AuditProblem? Compare(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        for (var line = 1; !one.IsEmpty && !other.IsEmpty; line++)
        {
            var (a, b) = (one.IndexOf((byte)'\n'), other.IndexOf((byte)'\n'));
            var left = a < 0 ? one : one[..a];
            var right = b < 0 ? other : other[..b];
            if (!left.SequenceEqual(right)) return new(AuditProblemKind.Forked, line, "From here on the two logs say different things.");
            one = a < 0 ? [] : one[(a + 1)..];
            other = b < 0 ? [] : other[(b + 1)..];
        }
        return null;
    }

    private void Read(ReadOnlySpan<byte> bytes)
    {
        if (!AuditLine.TryRead(bytes, out var line))
        {
            Add(AuditProblemKind.Malformed, "The line is no record.");
            _isClosed = false;
            _isPreviousKnown = false;
            _expected++;
            return;
        }
        if (!line.IsUnchanged) Add(AuditProblemKind.Edited, $"Record {line.Sequence} is not the one that was written.");
        else Place(line);
        _log ??= Encoding.ASCII.GetString(line.Stated[..32]);
        Checkpoint(bytes, line);
        _tree.Add(bytes);
        if (_trusted is not null && _tree.Count == _trusted.Size) CompareTrusted();
        _seen.TryAdd(line.Sequence, Mark(line));
        line.Stated.CopyTo(_previous);
        _isPreviousKnown = true;
        _expected = line.Sequence + 1;
    }

    private void Place(AuditLine line)
    {
        if (line.Sequence == _expected && (!_isPreviousKnown || line.Previous.SequenceEqual(_previous))) return;
        if (line.Sequence == _expected)
            Add(AuditProblemKind.Edited, $"Record {line.Sequence} continues another record than the one before it.");
        else if (_seen.TryGetValue(line.Sequence, out var other))
        {
            if (other == Mark(line)) Add(AuditProblemKind.Inserted, $"Record {line.Sequence} stands there again.");
            else Add(AuditProblemKind.Forked, $"There are two records {line.Sequence}.");
        }
        else if (_missing.Remove(line.Sequence)) Add(AuditProblemKind.Reordered, $"Record {line.Sequence} stands after a later one.");
        else if (line.Sequence > _expected) Skip(line.Sequence);
        else Add(AuditProblemKind.Inserted, $"Record {line.Sequence} does not belong here.");
    }

    private void Skip(int sequence)
    {
        var isOne = sequence - _expected == 1;
        Add(AuditProblemKind.Deleted, isOne ? $"Record {_expected} is missing." : $"Records {_expected} to {sequence - 1} are missing.");
        for (var i = _expected; i < Math.Min(sequence, _expected + 4096); i++) _missing.Add(i);
    }

    private void Checkpoint(ReadOnlySpan<byte> bytes, AuditLine line)
    {
        _isClosed = line.IsCheckpoint;
        if (!_isClosed || !line.IsUnchanged) return;
        var fault = AuditCheckpoint.Fault(bytes, Head(), _signer, out var isSigned);
        if (fault is null) _checkpoints++;
        if (isSigned) _signatures++;
        // After another problem the tree differs anyway, and the problem is told already.
        if (fault is not null && _problems.Count == 0) Add(AuditProblemKind.BadCheckpoint, fault);
    }

    /// <summary>What tells a record from another one of the same number.</summary>
    private static UInt128 Mark(AuditLine line)
    {
        Span<byte> half = stackalloc byte[16];
        return Convert.FromHexString(line.Stated[..32], half, out _, out _) == OperationStatus.Done
            ? BinaryPrimitives.ReadUInt128BigEndian(half)
            : UInt128.Zero;
    }

    private void CompareTrusted()
    {
        _trustedSeen = true;
        if (Head() != _trusted && _problems.Count == 0)
            Add(AuditProblemKind.Forked, "Up to here the log is not the one of the trusted head.");
    }

    private AuditReport Finish()
    {
        _line++;
        if (_line == 1) Add(AuditProblemKind.Truncated, "The log is empty.");
        else if (!_isClosed)
            Add(AuditProblemKind.Truncated, "The log does not end with a checkpoint: its end is missing, or its writer was stopped.");
        if (_trusted is { Size: > 0 } && !_trustedSeen)
            Add(AuditProblemKind.Truncated, $"The log has {_tree.Count} records and had {_trusted.Size}.");
        return new(_log is null ? null : Head(), _checkpoints, _signatures, [.. _problems]);
    }

    private AuditHead Head() => new(_log ?? "", _tree.Count, Convert.ToHexStringLower(_tree.Root()));

    private void Add(AuditProblemKind kind, string message) => _problems.Add(new(kind, _line, message));
}
