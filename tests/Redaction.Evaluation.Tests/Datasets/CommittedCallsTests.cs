using Redaction.TestKit;
using Xunit;

namespace Redaction.Evaluation.Tests.Datasets;

public class CommittedCallsTests
{
    /// <summary>The committed calls are what the generator makes; the received file replaces them when the generator changes.</summary>
    [Fact]
    public void CallsDataset_IsWhatTheGeneratorMakes()
    {
        using var made = new MemoryStream();
        foreach (var call in new SpokenCallGenerator(CallSet.Test, 20).Generate(20)) CallFiles.WriteLine(call, made);
        var path = Repository.PathOf("benchmarks", "datasets", "calls.jsonl");
        if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(made.ToArray()))
            File.WriteAllBytes(Repository.PathOf("artifacts", "calls.jsonl.received"), made.ToArray());

        Assert.Equal(made.ToArray(), File.ReadAllBytes(path));
    }
}
