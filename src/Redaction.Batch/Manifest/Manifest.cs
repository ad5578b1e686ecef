using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Redaction.Batch;

/// <summary>The one reader of <c>manifest.jsonl</c>; <see cref="ManifestWriter"/> is the one writer.</summary>
internal static class Manifest
{
    /// <summary>Its name in the folder of a run.</summary>
    public const string FileName = "manifest.jsonl";

    private const int Chunk = 64 * 1024;

    /// <summary>Where the manifest of a folder is.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static string PathIn(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return File.Exists(path)
            ? path
            : throw new ArgumentException(
                $"There is no {FileName} in '{folder}': give the folder that 'redact run' wrote.");
    }

    /// <summary>The items of a run, one after the other.</summary>
    /// <exception cref="ArgumentException">There is no manifest.</exception>
    /// <exception cref="RedactionException">A line is not as the run writes it; thrown when its turn comes.</exception>
    public static IEnumerable<ManifestItem> Read(string folder) => ReadFile(PathIn(folder));

    /// <summary>The items of a manifest.</summary>
    /// <exception cref="RedactionException">A line is not as the run writes it; thrown when its turn comes.</exception>
    public static IEnumerable<ManifestItem> Read(Stream manifest)
    {
        var sources = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in Lines(manifest)) yield return Item(line, ++number, sources);
    }

    /// <summary>The plan of an item whose turn in the manifest has not come.</summary>
    public static ImmutableArray<PlannedItem> ReadPlan(PlanSpool spool)
    {
        using var plan = new MemoryStream();
        plan.Write("["u8);
        spool.CopyTo(plan);
        plan.Write("]"u8);
        using var parsed = JsonDocument.Parse(plan.GetBuffer().AsMemory(0, (int)plan.Length), ManifestJson.Strict);
        return PlanReader.Read(parsed.RootElement);
    }

    private static IEnumerable<ManifestItem> ReadFile(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        foreach (var item in Read(stream)) yield return item;
    }

    private static ManifestItem Item(ReadOnlyMemory<byte> line, int number, HashSet<string> sources)
    {
        Exception cause;
        try
        {
            using var parsed = JsonDocument.Parse(line, ManifestJson.Strict);
            var item = ItemReader.Read(parsed.RootElement);
            if (sources.Add(item.Main.Source)) return item;
            cause = new JsonException();
        }
        catch (Exception e) when (
            e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            cause = e;
        }
        var advice = string.Create(CultureInfo.InvariantCulture, $"A line is not as the run wrote it: line {number}.");
        throw new RedactionException(ErrorCodes.Malformed, "manifest", advice, cause.GetType());
    }

    /// <summary>Each line is valid until the next is asked for.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Lines(Stream stream)
    {
        var buffer = new byte[Chunk];
        var (start, length) = (0, 0);
        while (true)
        {
            var end = buffer.AsSpan(start, length - start).IndexOf((byte)'\n');
            if (end >= 0)
            {
                yield return buffer.AsMemory(start, end);
                start += end + 1;
                continue;
            }
            buffer.AsSpan(start, length - start).CopyTo(buffer);
            (start, length) = (0, length - start);
            if (length == buffer.Length) Array.Resize(ref buffer, (int)Math.Min(Array.MaxLength, 2L * buffer.Length));
            var read = stream.ReadAtLeast(buffer.AsSpan(length), buffer.Length - length, throwOnEndOfStream: false);
            if (read == 0) break;
            length += read;
        }
        if (length > 0) yield return buffer.AsMemory(0, length);
    }
}
