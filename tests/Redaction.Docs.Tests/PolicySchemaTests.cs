using Redaction.TestKit;
using Xunit;

namespace Redaction.Docs.Tests;

public sealed class PolicySchemaTests
{
    [Fact]
    public void Schema_IsWhatTheParserReads()
    {
        var expected = PolicySchema.Write();
        var path = Repository.PathOf("docs", "policy.schema.json");
        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(expected)) return;
        var received = Repository.PathOf("artifacts", "policy.schema.json.received");
        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllBytes(received, expected);
        Assert.Fail("docs/policy.schema.json is out of date: copy artifacts/policy.schema.json.received over it.");
    }
}
