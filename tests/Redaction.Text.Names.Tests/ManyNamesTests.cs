using System.Text.Json;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Text.Names.Tests;

/// <summary>names-many reads text as its trainer does, and stands in for the other models in its languages.</summary>
public sealed class ManyNamesTests
{
    private const float Near = 0.002f;

    public static TheoryData<string> Golden { get; } =
        [.. File.ReadLines(Repository.PathOf("models", "training", "names-many", "golden.jsonl"))];

    [Theory]
    [MemberData(nameof(Golden))]
    public void Tokens_AreThoseOfTheTrainer(string line)
    {
        using var json = JsonDocument.Parse(line);

        var tokens = Tokens(json.RootElement.GetProperty("text").GetString()!);

        Assert.Equal(Numbers(json.RootElement.GetProperty("tokens")), [.. tokens.Select(static t => new[] { t.Start, t.End })]);
    }

    [Theory]
    [MemberData(nameof(Golden))]
    public void Features_AreThoseOfTheTrainer(string line)
    {
        using var json = JsonDocument.Parse(line);
        var text = json.RootElement.GetProperty("text").GetString()!;
        var (rows, bits) = Features(text);

        Assert.Equal(Numbers(json.RootElement.GetProperty("bits")), bits);
        foreach (var (expected, row) in json.RootElement.GetProperty("rows").EnumerateArray().Zip([rows[0], rows[^1]]))
            Assert.All(expected.EnumerateArray().Zip(row), static p =>
                Assert.InRange(p.Second, p.First.GetSingle() - Near, p.First.GetSingle() + Near));
    }

    private static int[][] Numbers(JsonElement rows) =>
        [.. rows.EnumerateArray().Select(static r => r.EnumerateArray().Select(static n => n.GetInt32()).ToArray())];

    private static List<TextSpan> Tokens(string text)
    {
        var tokens = new List<TextSpan>();
        var reader = new ManyTokens(text, 0, text.Length);
        while (reader.MoveNext()) tokens.Add(reader.Current);
        return tokens;
    }

    private static (float[][] Rows, int[][] Bits) Features(string text)
    {
        var manifest = NamesModels.Catalog.Manifests.Single(static m => m.Id == "names-many");
        var table = new ManyRows(manifest.Id, NamesModels.Catalog.ReadFile(manifest, "rows.bin"));
        var names = new ManyGazetteer(manifest.Id, NamesModels.Catalog.ReadFile(manifest, "names.bin"));
        TextSpan[] tokens = [.. Tokens(text)];
        var low = new char[text.Length];
        ManyFeatures.Lower(text, low);
        byte[] begin = new byte[tokens.Length], inside = new byte[tokens.Length], stem = new byte[tokens.Length];
        names.Write(low, tokens, begin, inside, stem);
        var rows = new float[tokens.Length][];
        var bits = new int[tokens.Length][];
        for (var t = 0; t < tokens.Length; t++)
        {
            rows[t] = new float[ManyRows.Width];
            table.Write(low, tokens[t].Start, tokens[t].End, rows[t]);
            var row = new float[ManyFeatures.Width - ManyRows.Width];
            ManyFeatures.Write(text, tokens[t], begin[t], inside[t], stem[t], row);
            bits[t] = [.. Enumerable.Range(0, row.Length).Where(k => row[k] == 1)];
        }
        return (rows, bits);
    }
}
