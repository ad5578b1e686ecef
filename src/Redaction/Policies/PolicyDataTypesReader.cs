using System.Collections.Immutable;

namespace Redaction;

/// <summary>Reads the section <c>dataTypes</c> of a policy file, strictly.</summary>
internal static class PolicyDataTypesReader
{
    public static ImmutableArray<string> Keys { get; } = ["path", "field", "equals", "is"];

    public static ImmutableArray<DataTypeRule> Read(PolicyNode node) => node.Items(ReadRule);

    private static DataTypeRule ReadRule(PolicyNode node)
    {
        var entries = node.Mapping(Keys);
        if (!entries.TryGetValue("is", out var type)) throw node.Error("'is' is missing: the data type of what the entry matches");
        var (hasPath, hasField) = (entries.TryGetValue("path", out var path), entries.TryGetValue("field", out var field));
        if (hasPath == hasField) throw node.Error("an entry has either 'path' or 'field' with 'equals'");
        if (hasField != entries.TryGetValue("equals", out var equal))
            throw node.Error(hasField ? "'equals' is missing: what the field holds" : "'equals' goes with 'field'");
        ImmutableArray<string> values = equal is null ? [] : [.. equal.TextOrSequence().Select(static n => n.Text())];
        return new(type.Text(), path?.Text(), field is null ? null : PolicyRuleReader.Field(field), values)
        {
            Line = node.Line,
        };
    }
}
