using System.Text;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Text.Tests;

/// <summary>Files that were damaged: either nothing of the planted values is released, or the file is refused (<see cref="Mutations"/>).
/// </summary>
public class MutationTests
{
    public static TheoryData<string> Formats => [.. DocumentFormats.All.Select(static f => f.Id)];

    [Theory, MemberData(nameof(Formats))]
    public void Redact_DamagedFile_ReleasesNoPlantedValue(string id)
    {
        var format = DocumentFormats.All.Single(f => f.Id == id);
        var templates = PlantedDocuments.All.Where(d => d.Format == id).ToArray();

        Mutations.Check(id, random => Document(templates, random), file => FormatTestBed.Redact(format, file));
    }

    /// <summary>Some of the documents of a format in one, with filling between the places.</summary>
    private static Mutations.Planting Document((string Format, string Place, string Document)[] templates, Random random)
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
        return new(Encoding.UTF8.GetBytes(text), planted);
    }
}
