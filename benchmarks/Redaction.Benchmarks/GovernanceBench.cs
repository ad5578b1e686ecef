using System.Buffers;
using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Redaction.Batch;
using Redaction.Governance;
using Redaction.Text;

namespace Redaction.Benchmarks;

/// <summary>Keyed pseudonyms, the audit log, and revealing a document, one thread.</summary>
public class GovernanceBench
{
    private const int Records = 10_000;
    private const int Values = 1_000;
    private readonly ArrayBufferWriter<char> _output = new(64 * Values);
    private readonly string _folder = Directory.CreateTempSubdirectory("redaction-bench-").FullName;
    private readonly PlannedRedaction<TextSpan> _item = new(new(EntityTypes.Email, new(0, 24), 1, "email"), 0, "hash");
    private readonly string[] _addresses = [.. Enumerable.Range(0, Values).Select(static i => $"person.{i:00000}@example.com")];
    private readonly AuditEvent _event = new(AuditEvents.Transform)
    {
        Actor = "worker-1",
        Artefact = new string('a', 64),
        Counts =
        ImmutableSortedDictionary<string, long>.Empty.Add("email", 3)
    };
    private Hash _hash = null!;
    private ProjectStore _store = null!;
    private SealStore _seals = null!;
    private ViewPolicy _views = null!;
    private byte[] _log = [];
    private string _sealed = "";
    private int _runs;

    [GlobalSetup]
    public void Setup()
    {
        using var key = new RedactionKey(new byte[32]); // both derive their own keys from it
        _hash = new(key);
        _store = ProjectStore.Open(Path.Combine(_folder, "store"), key);
        _seals = _store.Seals;
        _views = new("all", new PolicyRule("raw"));
        // A page of text with fifty sealed values.
        _sealed = string.Concat(
            _addresses.Take(50)
                .Select(a => $"Please write to [email:{_seals.TokenFor(EntityTypes.Email, a)}] about the order of last week. "));
        WriteLog(Path.Combine(_folder, "verify.jsonl"));
        _log = File.ReadAllBytes(Path.Combine(_folder, "verify.jsonl"));
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark(OperationsPerInvoke = Values)]
    public int Pseudonym()
    {
        _output.ResetWrittenCount();
        foreach (var address in _addresses) _hash.Write(address, in _item, _output);
        return _output.WrittenCount;
    }

    [Benchmark(OperationsPerInvoke = Records)]
    public void LogEvents()
    {
        var path = Path.Combine(_folder, $"{_runs++}.jsonl");
        WriteLog(path);
        File.Delete(path);
    }

    [Benchmark(OperationsPerInvoke = Records)]
    public bool VerifyEvents() => AuditVerifier.Verify(_log).IsIntact;

    [Benchmark]
    public int RevealDocument() => _views.Render(_sealed, RedactionContext.Default, _seals).Length;

    private void WriteLog(string path)
    {
        using var log = AuditLog.Open(path);
        for (var i = 0; i < Records; i++) log.Append(_event);
    }
}
