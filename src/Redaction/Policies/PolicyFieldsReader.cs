using System.Collections.Immutable;

namespace Redaction;

/// <summary>Reads the section <c>fields</c> of a policy file, strictly.</summary>
internal static class PolicyFieldsReader
{
    public static ImmutableArray<string> Keys { get; } = ["only", "drop"];

    public static FieldSelection Read(PolicyNode node)
    {
        var entries = node.Mapping(Keys);
        var (hasOnly, hasDrop) = (entries.TryGetValue("only", out var only), entries.TryGetValue("drop", out var drop));
        if (hasOnly == hasDrop) throw node.Error("'fields' has either 'only' or 'drop'");
        ImmutableArray<Glob> named = (only ?? drop!).Items(PolicyRuleReader.Field, orText: true);
        if (named.IsEmpty) throw node.Error("'fields' names no field");
        return hasOnly ? new(named, []) : new([], named);
    }
}
