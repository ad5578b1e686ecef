using System.Text;
using System.Text.Json;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Text.Names.Tests;

/// <summary>Tokens, keys, features and logits are those of the trainer.</summary>
[Collection(LoadedModel.Name)]
public class GoldenTests(LoadedModel loaded)
{
    private static readonly JsonElement[] s_cases = Read("golden.jsonl"), s_accurate = Read("golden-accurate.jsonl");

    // Where each section of a row of features begins; the trainer gives the sum of each.
    private static readonly int[] s_sections = [0, 100, 132, 156, 180, 204, 252, 292];

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, s_cases.Length)];

    public static TheoryData<int, DetectionQuality> CasesOfBoth
    {
        get
        {
            TheoryData<int, DetectionQuality> cases = [];
            foreach (var quality in Enum.GetValues<DetectionQuality>())
                for (var i = 0; i < s_cases.Length; i++) cases.Add(i, quality);
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Tokenizer_OnGoldenText_CutsAsTheTrainer(int index)
    {
        var text = s_cases[index].GetProperty("text").GetString()!;
        var expected = s_cases[index].GetProperty("tokens").EnumerateArray()
            .Select(t => (t.GetProperty("start").GetInt32(), t.GetProperty("end").GetInt32()));

        Assert.Equal(expected, Tokens(text).Select(t => (t.Start, t.End)));
    }

    [Theory, MemberData(nameof(Cases))]
    public void Blocks_OnGoldenText_AreThoseOfTheTrainer(int index)
    {
        var tokens = Tokens(s_cases[index].GetProperty("text").GetString()!);
        var expected = s_cases[index].GetProperty("blocks").EnumerateArray().Select(b => (b[0].GetInt32(), b[1].GetInt32()));

        Assert.Equal(expected, BlocksOf(s_cases[index].GetProperty("text").GetString()!, tokens));
    }

    [Theory, MemberData(nameof(Cases))]
    public void Features_OnGoldenText_AreThoseOfTheTrainer(int index)
    {
        var golden = s_cases[index].GetProperty("tokens").EnumerateArray().ToArray();
        ForEachBlock(index, loaded.Detector.Model, (first, tokens, workspace) =>
        {
            for (var t = 0; t < tokens.Length; t++)
            {
                var expected = golden[first + t];
                var row = workspace.Features.AsSpan(t * FeatureWriter.Width, FeatureWriter.Width).ToArray();
                var at = $"case {index}, token {first + t}";
                if (expected.TryGetProperty("key", out var key))
                    Assert.Equal(key.GetString(), Encoding.UTF8.GetString(workspace.Keys, t * TokenKey.MaxBytes, workspace.Lengths[t]));
                var bits = Enumerable.Range(0, 38).Where(b => row[252 + b] != 0).ToArray();
                if (expected.TryGetProperty("bits", out var set))
                    Assert.True(set.EnumerateArray().Select(b => b.GetInt32()).Where(b => b < 38).SequenceEqual(bits),
                        $"{at}: bits {string.Join(' ', bits)}");
                var sums = expected.GetProperty("sums").EnumerateArray().Select(s => s.GetSingle()).ToArray();
                for (var s = 0; s < sums.Length; s++)
                    Assert.True(MathF.Abs(sums[s] - row[s_sections[s]..s_sections[s + 1]].Sum()) < 1e-3f * (1 + MathF.Abs(sums[s])),
                        $"{at}: section {s}");
            }
        });
    }

    [Theory, MemberData(nameof(Cases))]
    public void Pieces_OnGoldenText_AreThoseOfTheTrainer(int index)
    {
        var golden = s_accurate[index].GetProperty("tokens").EnumerateArray().ToArray();
        var text = s_cases[index].GetProperty("text").GetString()!;
        var tokens = Tokens(text);
        var table = loaded.Accurate.Model.Pieces!;
        Assert.Equal(golden.Length, tokens.Length);
        var pieces = new int[PieceTable.Most];
        var row = new float[PieceTable.Width];
        for (var t = 0; t < tokens.Length; t++)
        {
            var token = text.AsSpan(tokens[t].Start, tokens[t].End - tokens[t].Start);
            var count = table.Segment(token, tokens[t].IsSpaced, pieces);
            Assert.Equal(golden[t].GetProperty("pieces").EnumerateArray().Select(p => p.GetInt32()), pieces[..count].Reverse());
            table.Write(token, tokens[t].IsSpaced, row);
            Assert.Equal(golden[t].GetProperty("sum").GetSingle(), row.Sum(), 0.002f);
        }
    }

    [Theory, MemberData(nameof(CasesOfBoth))]
    public void Logits_OnGoldenText_AreThoseOfTheTrainer(int index, DetectionQuality quality)
    {
        var golden = (quality == DetectionQuality.Accurate ? s_accurate : s_cases)[index].GetProperty("tokens").EnumerateArray().ToArray();
        var model = loaded.Of(quality).Model;
        var tags = model.Tags;
        ForEachBlock(index, model, (first, tokens, workspace) =>
        {
            for (var t = 0; t < tokens.Length; t++)
            {
                var k = 0;
                if (!golden[first + t].TryGetProperty("logits", out var logits)) continue; // the long text comes without
                foreach (var expected in logits.EnumerateArray())
                {
                    var actual = workspace.Logits[t * tags + k];
                    Assert.True(MathF.Abs(expected.GetSingle() - actual) < LargestError(quality),
                        $"case {index}, token {first + t}, tag {k}: {actual} for {expected.GetSingle()}");
                    k++;
                }
            }
        });
    }

    /// <summary>The trainer rounds to 0.001, and 8-bit kernels round differently from one processor to another;
    /// of the accurate model, where sums over the block stand before the rounding, by as much as one of 255 steps.</summary>
    private static float LargestError(DetectionQuality quality) => quality == DetectionQuality.Accurate ? 3e-2f : 2e-3f;

    private static WordToken[] Tokens(string text)
    {
        var reader = new Tokenizer(text);
        List<WordToken> tokens = [];
        while (reader.Next(out var token)) tokens.Add(token);
        return [.. tokens];
    }

    private static List<(int First, int End)> BlocksOf(string text, WordToken[] tokens)
    {
        List<(int, int)> blocks = [];
        for (var first = 0; first < tokens.Length;)
        {
            var length = Blocks.Length(text, tokens.AsSpan(first, Math.Min(Workspace.Tokens, tokens.Length - first)));
            blocks.Add((first, first + length));
            first += length;
        }
        return blocks;
    }

    private static JsonElement[] Read(string name) =>
        [.. File.ReadLines(Repository.PathOf("models", "training", "names-fast", name))
            .Select(static l => JsonDocument.Parse(l).RootElement)];

    private static void ForEachBlock(int index, NamesModel model, Action<int, WordToken[], Workspace> check)
    {
        var text = s_cases[index].GetProperty("text").GetString()!;
        var tokens = Tokens(text);
        foreach (var (first, end) in BlocksOf(text, tokens))
        {
            using var workspace = new Workspace(end - first, model);
            model.Run(text, tokens.AsSpan(first, end - first), workspace);
            check(first, tokens[first..end], workspace);
        }
    }
}
