using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>The last labels that addresses usually end in; a rule that took any word would take prose.</summary>
internal static class TopLevels
{
    /// <summary>As alternatives of a pattern.</summary>
    public const string Pattern =
        "com|org|net|edu|gov|mil|int|info|biz|name|io|co|me|ai|app|dev|tv|eu|us|ca|mx|br|ar|cl|uk|ie|fr|de|at|ch|nl|be|lu|es|pt|it|gr|pl"
        + "|cz|sk|hu|ro|bg|dk|se|no|fi|is|ee|lv|lt|ru|ua|tr|il|za|ng|ke|eg|in|pk|bd|lk|cn|hk|tw|jp|kr|sg|my|id|th|vn|ph|au|nz|example|test"
        + "|invalid";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_labels =
        Pattern.Split('|').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True where an address ends in a label of these.</summary>
    public static bool End(ReadOnlySpan<char> address) => s_labels.Contains(address[(address.LastIndexOf('.') + 1)..]);
}
