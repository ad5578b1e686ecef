using System.Collections.Immutable;
using System.Text.Json;

namespace Redaction.Governance;

/// <summary>Binds the tables of a store and its log to each other, so that neither can be set back or emptied alone: the log is
/// told what the tables hold, and the tables hold how far the log had come.</summary>
/// <remarks>The tables are committed first, then the log is told, then the tables note that it was. Whoever is stopped between leaves
/// tables that are ahead of the log, never behind.</remarks>
internal sealed class StoreBinding(Safe safe, AuditLog log, TimeProvider time)
{
    public const string LogName = "audit.jsonl";
    private const string Digest = "tables";
    private const string Generation = "generation";

    /// <summary>Compares the tables with the log, and tells it when they are ahead.</summary>
    /// <exception cref="RedactionException">One of them is not the other's, or of an earlier time
    /// (<see cref="ErrorCodes.Integrity"/>).</exception>
    public void Check() => log.InTurn(() =>
    {
        safe.Write(() =>
        {
            var state = safe.Sums.State;
            if (!log.Continues(state.LogSize, state.LogLeaf))
                throw Changed("The log of the store is not the one that it had, or lacks its end.");
            if (Told(log.LastStore) is not { } told) return;
            var isOlder = state.Generation < told.Generation;
            if (isOlder || state.Generation == told.Generation && safe.Sums.Digest(state) != told.Digest)
                throw Changed("The tables of the store are not those that its log tells of: files of an earlier time were put back.");
            safe.Sums.Drop(); // only read
        });
    });

    /// <summary>Tells the log what the tables hold, and the tables how far the log has come; nothing when both are known.</summary>
    public void Tell() => log.InTurn(() => safe.Write(() =>
    {
        var state = safe.Sums.State;
        var told = Told(log.LastStore)?.Generation == state.Generation;
        if (told && log.End().Size == state.LogSize)
        {
            safe.Sums.Drop();
            return;
        }
        if (!told)
            log.Append(new(AuditEvents.Store)
            {
                Details = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(Digest, safe.Sums.Digest(state)),
                Counts = Rows(state.Counts).Add(Generation, state.Generation),
            });
        log.Checkpoint();
        (state.LogSize, state.LogLeaf) = log.End();
        state.Clock = Math.Max(state.Clock, time.GetUtcNow().UtcTicks);
    }));

    /// <summary>Reads and writes in one piece, while no other process does, and at a time that never goes back.</summary>
    public T InTurn<T>(Func<DateTimeOffset, T> work)
    {
        T result = default!;
        log.InTurn(() => safe.Write(() =>
        {
            var now = new DateTimeOffset(Math.Max(safe.Sums.State.Clock, time.GetUtcNow().UtcTicks), TimeSpan.Zero);
            result = work(now);
            safe.Sums.State.Clock = now.UtcTicks;
        }));
        return result;
    }

    /// <summary>Checks what can be checked without the project's key: numbers of rows and generation must be those that the log tells
    /// of.</summary>
    /// <returns>A sentence when the tables are ahead of the log, because somebody is at work or was stopped; null when they are
    /// not.</returns>
    /// <exception cref="RedactionException">They are not (<see cref="ErrorCodes.Integrity"/>).</exception>
    public static string? CheckWithoutKey(string folder, SafeFile file)
    {
        string? ahead = null;
        var last = AuditLog.ReadEvents(Path.Combine(folder, LogName)).LastOrDefault(static e => e.Event == AuditEvents.Store)
            ?? throw Changed("The log of the store is missing, or was emptied.");
        file.Read(() =>
        {
            var generation = file.All("SELECT generation FROM state", static row => row.GetInt64(0));
            var told = last.Counts.GetValueOrDefault(Generation);
            if (generation.Count != 1 || generation[0] < told)
                throw Changed("The tables of the store are older than its log: files of an earlier time were put back.");
            if (generation[0] > told)
            {
                ahead = "The tables were changed after the log was last told: somebody is at work, or was stopped. "
                    + "Any verb that opens the store with its key tells the log.";
                return;
            }
            foreach (var (table, _) in SafeSchema.Summed)
                if (file.All($"SELECT COUNT(*) FROM {table}", static row => row.GetInt64(0))[0] != last.Counts.GetValueOrDefault(table))
                    throw Changed("The tables of the store hold more or fewer rows than its log tells of.");
        });
        return ahead;
    }

    private static ImmutableSortedDictionary<string, long> Rows(long[] counts) =>
        SafeSchema.Summed.Select((t, i) => KeyValuePair.Create(t.Table, counts[i])).ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static (long Generation, string Digest)? Told(ReadOnlyMemory<byte> line)
    {
        if (line.IsEmpty) return null;
        using var record = JsonDocument.Parse(line);
        return (record.RootElement.GetProperty("counts").GetProperty(Generation).GetInt64(),
            record.RootElement.GetProperty("details").GetProperty(Digest).GetString()!);
    }

    private static RedactionException Changed(string message) => new(ErrorCodes.Integrity, "store", message);
}
