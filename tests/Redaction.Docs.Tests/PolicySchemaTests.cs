using System.Text;
using System.Text.Json.Nodes;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Docs.Tests;

public sealed class PolicySchemaTests
{
    [Fact]
    public void Schema_IsWhatTheParserReads() => Check("policy.schema.json", PolicySchema.Write());

    [Fact]
    public void Reference_IsWhatTheSchemaSays() =>
        Check("policy-reference.md", Encoding.UTF8.GetBytes(PolicyReference.Of(JsonNode.Parse(PolicySchema.Write())!.AsObject())));

    private static void Check(string name, byte[] expected)
    {
        var path = Repository.PathOf("docs", name);
        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(expected)) return;
        var received = Repository.PathOf("artifacts", name + ".received");
        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllBytes(received, expected);
        Assert.Fail($"docs/{name} is out of date: copy artifacts/{name}.received over it.");
    }
}
