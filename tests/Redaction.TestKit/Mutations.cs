using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit;

namespace Redaction.TestKit;

/// <summary>
/// Damages files with planted values: bytes cut, doubled, swapped, changed, none of them within sixteen bytes of a value. Either nothing of
/// the values is released, or the file is refused. <c>REDACTION_MUTATIONS</c> says how many are tried for each format,
/// <c>REDACTION_MUTATION_SECONDS</c> for how long instead, <c>REDACTION_MUTATION_SEED</c> from which number on,
/// <c>REDACTION_MUTATION_KEEP</c> in which folder to put those that show a value.
/// </summary>
public static class Mutations
{
    private const int Distance = 16, Kinds = 5, Usual = 200, Longest = 24, Told = 40;
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(60); // on a machine that does much else

    /// <summary>A file and the values in it.</summary>
    /// <param name="Content">The file.</param>
    /// <param name="Planted">The values.</param>
    public sealed record Planting(byte[] Content, IReadOnlyList<string> Planted);

    /// <summary>Redacts damaged files; a value that is left in one fails the test.</summary>
    /// <param name="name">Names the format.</param>
    /// <param name="plant">Makes a file.</param>
    /// <param name="redact">Redacts a file, and writes all that is in it as it is read.</param>
    /// <param name="usual">How many are tried where nothing says it.</param>
    /// <param name="damage">Damages a file; null where there is no room for it.</param>
    /// <param name="all">Writes all that is in a damaged file.</param>
    public static void Check(
        string name, Func<Random, Planting> plant, Func<byte[], byte[]> redact, int usual = Usual,
        Func<Planting, Random, byte[]?>? damage = null, Func<byte[], byte[]>? all = null)
    {
        var (left, tried, refused) = (new List<string>(), 0, 0);
        var (first, rounds) = (Setting("REDACTION_MUTATION_SEED") ?? 0, Setting("REDACTION_MUTATIONS") ?? usual);
        var (watch, most, longest) = (Stopwatch.StartNew(), Setting("REDACTION_MUTATION_SECONDS"), TimeSpan.Zero);
        for (var seed = first; most is null ? seed < first + rounds : watch.Elapsed.TotalSeconds < most; seed++)
        {
            var random = new Random(seed);
            var planting = plant(random);
            if ((damage ?? Damaged)(planting, random) is not { } damaged) continue;
            tried++;
            var started = watch.Elapsed;
            try
            {
                var written = redact(damaged);
                if (Canaries.In(written, planting.Planted).ToArray() is { Length: > 0 } there
                    && Canaries.In(all?.Invoke(damaged) ?? damaged, there).FirstOrDefault() is { } value)
                {
                    left.Add($"seed {seed}: {Around(written, value)}");
                    Keep($"{name}-{seed}", damaged, written);
                }
            }
            catch (RedactionException)
            {
                refused++; // nothing is released
            }
            if (watch.Elapsed - started > longest) longest = watch.Elapsed - started;
        }
        if (most is not null) Console.WriteLine($"{name}: {tried} damaged files, {refused} refused, longest {longest.TotalSeconds:0.0} s");
        Assert.True(left.Count == 0, $"{name}: {left.Count} of {tried} released:\n{string.Join('\n', left.Take(Told))}");
        Assert.True(longest < s_longest, $"{name}: {longest}");
        Assert.True(refused < tried, $"{name}: all of {tried} refused");
    }

    /// <summary>The file after one to three changes; null where there is no room for one.</summary>
    public static byte[]? Damaged(Planting planting, Random random)
    {
        var bytes = planting.Content.ToList();
        for (var change = random.Next(1, 4); change > 0; change--)
        {
            var near = Near([.. bytes], planting.Planted);
            int[] free = [.. Enumerable.Range(0, bytes.Count).Where(i => !near[i])];
            if (free.Length < 2) return null;
            Change(bytes, near, free, random);
        }
        return [.. bytes];
    }

    private static void Change(List<byte> bytes, bool[] near, int[] free, Random random)
    {
        var at = free[random.Next(free.Length)];
        var run = 1;
        while (run < Longest && at + run < bytes.Count && !near[at + run] && random.Next(8) > 0) run++;
        switch (random.Next(Kinds))
        {
            case 0: bytes.RemoveRange(at, run); break;
            case 1: bytes.InsertRange(at, bytes.GetRange(at, run)); break;
            case 2:
                var other = free[random.Next(free.Length)];
                (bytes[at], bytes[other]) = (bytes[other], bytes[at]);
                break;
            case 3: bytes[at] = (byte)random.Next(256); break;
            default:
                // a longer piece, with whatever stands in it, once more somewhere else
                var to = free[random.Next(free.Length)];
                var (start, end) = (Math.Min(at, to), Math.Max(at, to));
                bytes.InsertRange(free[random.Next(free.Length)], bytes.GetRange(start, end - start));
                break;
        }
    }

    private static void Keep(string name, byte[] damaged, byte[] written)
    {
        if (Environment.GetEnvironmentVariable("REDACTION_MUTATION_KEEP") is not { Length: > 0 } folder) return;
        File.WriteAllBytes(Path.Combine(folder, name + ".in"), damaged);
        File.WriteAllBytes(Path.Combine(folder, name + ".out"), written);
    }

    private static int? Setting(string name) => int.TryParse(
        Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What stands around a value that was released; all of it is invented.</summary>
    private static string Around(byte[] written, string value)
    {
        var text = Encoding.Latin1.GetString(written);
        var at = Math.Max(0, text.IndexOf(value, StringComparison.OrdinalIgnoreCase));
        return text[Math.Max(0, at - 40)..Math.Min(text.Length, at + value.Length + 30)].ReplaceLineEndings("\\n");
    }

    private static bool[] Near(byte[] document, IReadOnlyList<string> planted)
    {
        var near = new bool[document.Length];
        foreach (var value in planted.Distinct(StringComparer.Ordinal))
        {
            var bytes = Encoding.UTF8.GetBytes(value);
            for (var i = 0; document.AsSpan(i).IndexOf(bytes) is >= 0 and var step; i++)
            {
                i += step;
                near.AsSpan(Math.Max(0, i - Distance)..Math.Min(document.Length, i + bytes.Length + Distance)).Fill(true);
            }
        }
        return near;
    }
}
