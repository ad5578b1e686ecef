using Redaction.Evaluation;
using Redaction.Text;
using Xunit;

namespace Redaction.Audio.Tests;

public class SpokenFiguresTests
{
    private const int Seed = 20;

    [Theory]
    [InlineData(nameof(CallSet.Development))]
    [InlineData(nameof(CallSet.Test))]
    public void InventedCalls_AreMaskedAndLittleElse(string set)
    {
        var redactor = Calls.Redactor(new RedactionPolicy("test", new PolicyRule("silence") { MinScore = 0.5f }, new PolicyRule("keep")),
            [.. TextDetectors.All, new SpokenDetector()]);
        var scorer = new CallScorer();
        long others = 0;
        foreach (var call in new SpokenCallGenerator(Enum.Parse<CallSet>(set), Seed).Generate(30))
        {
            var other = call.Words.Where(static w => w.Entity is null && !w.IsFree).ToArray();
            others += other.Length;
            scorer.Add([.. call.Words.Where(static w => w.Entity is not null).Select(CallMask.Time)], [.. other.Select(CallMask.Time)],
                CallMask.Of(redactor, call));
        }

        Assert.True(scorer.Words.Recall >= 0.97, $"seed {Seed}: word recall {scorer.Words.Recall}");
        Assert.True(scorer.Words.FalsePositives <= 0.04 * others,
            $"seed {Seed}: other words masked {scorer.Words.FalsePositives} of {others}");
        Assert.True(scorer.LeakingCalls <= 0.1 * scorer.Calls, $"seed {Seed}: {scorer.LeakingCalls} calls of {scorer.Calls} leak");
    }

    [Fact]
    public void Generate_SameSeed_GivesTheSameCalls()
    {
        var (first, second, other) = (Bytes(7), Bytes(7), Bytes(8));

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
    }

    private static byte[] Bytes(int seed)
    {
        using var output = new MemoryStream();
        foreach (var call in new SpokenCallGenerator(CallSet.Development, seed).Generate(3)) CallFiles.WriteLine(call, output);
        return output.ToArray();
    }
}
