using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Redaction.Governance;

namespace Redaction.Benchmarks;

/// <summary>A store, an index and logs with millions of entries: what an entry costs, and what memory the process takes. Too long for a
/// benchmark of many rounds: each part runs once and prints a line.</summary>
internal static class GovernanceScale
{
    private const int Batch = 100_000, LookUps = 100_000, ValuesAFile = 1_000;

    /// <summary>Runs it: <c>VALUES ARTEFACTS CHAINS EVENTS</c>, such as <c>10000000 1000000 1000 10000</c>.</summary>
    public static void Run(string[] arguments)
    {
        int[] sizes = [.. arguments.Select(static a => int.Parse(a, CultureInfo.InvariantCulture))];
        var folder = Directory.CreateTempSubdirectory("redaction-scale-").FullName;
        try
        {
            using var key = new RedactionKey([.. Enumerable.Range(1, 32).Select(static i => (byte)(37 * i))]);
            var store = Path.Combine(folder, "store");
            Fill(store, key, sizes[0]);
            LookUp(store, key, sizes[0]);
            Sweep(folder, key, sizes[1]);
            Logs(Path.Combine(folder, "logs"), sizes[2], sizes[3]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Address(int number) => string.Create(CultureInfo.InvariantCulture, $"person.{number:00000000}@example.com");

    private static void Fill(string folder, RedactionKey key, int values)
    {
        using var store = ProjectStore.Open(folder, key);
        Tell("values sealed", values, () =>
        {
            for (var first = 0; first < values; first += Batch)
                using (store.Seals.Defer())
                    for (var i = first; i < Math.Min(values, first + Batch); i++) store.Seals.TokenFor(EntityTypes.Email, Address(i));
        });
        Tell("sightings noted", values, () =>
        {
            for (var first = 0; first < values; first += ValuesAFile)
            {
                var source = string.Create(CultureInfo.InvariantCulture, $"{first}.jsonl");
                var seen = Enumerable.Range(first, Math.Min(ValuesAFile, values - first)).Select(
                    i => new SubjectSighting("set", source, i, "email", store.Seals.IdentityOf(EntityTypes.Email, Address(i))));
                store.Subjects.Add("set", source, [.. seen]);
            }
        });
        var bytes = new DirectoryInfo(folder).EnumerateFiles().Sum(static f => f.Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"store: {bytes / 1e6:0} MB"));
    }

    private static void LookUp(string folder, RedactionKey key, int values)
    {
        ProjectStore? opened = null;
        Tell("store opened, a value", values, () => opened = ProjectStore.Open(folder, key));
        using var store = opened!;
        var (random, tokens) = (new Random(7), new string[LookUps]);
        Tell("tokens of known values", LookUps, () =>
        {
            using (store.Seals.Defer())
                for (var i = 0; i < LookUps; i++) tokens[i] = store.Seals.TokenFor(EntityTypes.Email, Address(random.Next(values)));
        });
        Tell("values revealed", LookUps, () =>
        {
            foreach (var token in tokens)
                if (!store.Seals.TryReveal(token, out _)) throw new InvalidOperationException("A value is gone.");
        });
        Tell("persons found", LookUps, () =>
        {
            for (var i = 0; i < LookUps; i++)
                if (store.Subjects.Find([store.Seals.IdentityOf(EntityTypes.Email, Address(random.Next(values)))]).IsEmpty)
                    throw new InvalidOperationException("A person is gone.");
        });
    }

    private static void Sweep(string folder, RedactionKey key, int artefacts)
    {
        using var store = ProjectStore.Open(Path.Combine(folder, "sweep"), key);
        var files = Directory.CreateDirectory(Path.Combine(folder, "files")).FullName;
        var (now, digest) = (DateTimeOffset.UtcNow, new string('a', 64));
        for (var i = 0; i < artefacts; i++)
        {
            var path = Path.Combine(files, (i / 1000).ToString(CultureInfo.InvariantCulture), i.ToString(CultureInfo.InvariantCulture));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "x");
            store.Artefacts.Add(new(path, "set", "a", "output", digest, 1, now) { RetainUntil = now.AddDays(-1) });
        }
        Tell("artefacts swept", artefacts, () => store.Sweep("benchmark"));
    }

    private static void Logs(string folder, int chains, int events)
    {
        Directory.CreateDirectory(folder);
        var counts = ImmutableSortedDictionary<string, long>.Empty.Add("email", 3);
        var entry = new AuditEvent(AuditEvents.Transform) { Actor = "worker-1", Artefact = new string('a', 64), Counts = counts };
        for (var chain = 0; chain < chains; chain++)
        {
            using var log = AuditLog.Open(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{chain}.jsonl")));
            for (var i = 0; i < events; i++) log.Append(entry);
        }
        Tell("log events verified", chains * events, () => Parallel.ForEach(Directory.EnumerateFiles(folder), static path =>
        {
            if (!AuditVerifier.VerifyFile(path).IsIntact) throw new InvalidOperationException("A log is not intact.");
        }));
    }

    private static void Tell(string what, int count, Action work)
    {
        var process = Process.GetCurrentProcess();
        var (before, clock) = (process.TotalProcessorTime, Stopwatch.StartNew());
        work();
        process.Refresh();
        var spent = (process.TotalProcessorTime - before).TotalMicroseconds / count;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: {count}, {spent:0.0} µs of processors each, {clock.Elapsed.TotalSeconds:0} s, "
            + $"{process.PeakWorkingSet64 / 1e6:0} MB"));
    }
}
