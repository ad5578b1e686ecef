using System.Globalization;
using System.Text;
using Xunit;

namespace Redaction.Text.Tests;

/// <summary>
/// Files that were damaged: bytes cut, doubled, swapped, changed. Either nothing of the planted values is released, or the file is refused.
/// <c>REDACTION_MUTATIONS</c> says how many are tried for each format, <c>REDACTION_MUTATION_SEED</c> from which number on.
/// </summary>
public class MutationTests
{
    private const int Usual = 200, Distance = 16, Kinds = 5;

    public static TheoryData<string> Formats => [.. DocumentFormats.All.Select(static f => f.Id)];

    private static int Rounds => Setting("REDACTION_MUTATIONS") ?? Usual;

    private static int? Setting(string name) => int.TryParse(
        Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [Theory, MemberData(nameof(Formats))]
    public void Redact_DamagedFile_ReleasesNoPlantedValue(string id)
    {
        var format = DocumentFormats.All.Single(f => f.Id == id);
        var templates = PlantedDocuments.All.Where(d => d.Format == id).ToArray();
        var left = new List<string>();
        var first = Setting("REDACTION_MUTATION_SEED") ?? 0;
        for (var seed = first; seed < first + Rounds; seed++)
        {
            var random = new Random(seed);
            var (document, planted) = Document(templates, random);
            if (Damaged(document, planted, random) is not { } damaged) continue;
            try
            {
                var written = FormatTestBed.Redact(format, damaged);
                if (planted.FirstOrDefault(value => Canaries.IsIn(damaged, value) && Canaries.IsIn(written, value)) is { } value)
                    left.Add($"seed {seed}: {Around(written, value)}");
            }
            catch (RedactionException)
            {
                // refused: nothing is released
            }
        }
        Assert.True(left.Count == 0, $"{id}: {left.Count} of {Rounds} released:\n{string.Join('\n', left.Take(40))}");
    }

    /// <summary>Some of the documents of a format in one, with filling between the places.</summary>
    private static (byte[] Document, List<string> Planted) Document(
        (string Format, string Place, string Document)[] templates, Random random)
    {
        const string filling = "the quick brown fox jumps over the lazy dog and nobody minds";
        var planted = new List<string>();
        string[] parts = [.. Enumerable.Range(0, 3).Select(_ =>
        {
            planted.Add(Canaries.All[random.Next(30)]);
            return templates[random.Next(templates.Length)].Document.Replace("¤", planted[^1], StringComparison.Ordinal);
        })];
        var text = templates[0].Format switch
        {
            "json" => $"[ \"{filling}\", {string.Join($" ,{{ \"{filling}\" : 12 }}, ", parts)} , \"{filling}\" ]",
            "csv" => $"{parts[0]}3,{filling}\n4,\"{filling}\"\n"
                + $"{parts[1][(parts[1].IndexOf('\n', StringComparison.Ordinal) + 1)..]}5,{filling}\n",
            "jsonl" => string.Join($"{{\"{filling}\":[1,2]}}\n", parts),
            "mail" => $"X-Filling: {filling}\n {filling}\n{parts[0]}\n{filling}\n{filling}\n",
            "mbox" or "content-lines" or "ldif" => string.Join($"\nX-F:{filling}\n", parts) + $"\nX-F:{filling}\n",
            _ => string.Join($"\n{filling}\n", parts) + $"\n{filling}\n",
        };
        return (Encoding.UTF8.GetBytes(text), planted);
    }

    /// <summary>The document after one to three changes, none of them near a value; null where there is no room for one.</summary>
    private static byte[]? Damaged(byte[] document, List<string> planted, Random random)
    {
        var bytes = document.ToList();
        for (var change = random.Next(1, 4); change > 0; change--)
        {
            var near = Near([.. bytes], planted);
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
        while (run < 24 && at + run < bytes.Count && !near[at + run] && random.Next(8) > 0) run++;
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

    /// <summary>What stands around a value that was released; all of it is invented.</summary>
    private static string Around(byte[] written, string value)
    {
        var text = Encoding.Latin1.GetString(written);
        var at = Math.Max(0, text.IndexOf(value, StringComparison.OrdinalIgnoreCase));
        return text[Math.Max(0, at - 40)..Math.Min(text.Length, at + value.Length + 30)].ReplaceLineEndings("\\n");
    }

    private static bool[] Near(byte[] document, List<string> planted)
    {
        var near = new bool[document.Length];
        foreach (var value in planted.Distinct(StringComparer.Ordinal))
        {
            var bytes = Encoding.UTF8.GetBytes(value);
            for (var i = 0; i + bytes.Length <= document.Length; i++)
            {
                if (!document.AsSpan(i).StartsWith(bytes)) continue;
                for (var j = Math.Max(0, i - Distance); j < Math.Min(document.Length, i + bytes.Length + Distance); j++) near[j] = true;
            }
        }
        return near;
    }
}
