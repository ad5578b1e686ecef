using System.Collections.Immutable;

namespace Redaction;

/// <summary>Reads what a policy says of names of files and folders.</summary>
internal static class PolicyFileNamesReader
{
    private static readonly ImmutableArray<string> s_choices =
        [.. Enum.GetNames<FileNameChoice>().Select(static n => n.ToLowerInvariant())];

    public static FileNameChoice Read(PolicyNode node)
    {
        var index = s_choices.IndexOf(node.Text());
        return index >= 0 ? (FileNameChoice)index
            : throw node.Error($"'names' cannot be '{node.Text()}' ({Choices.Valid(node.Text(), s_choices)})");
    }
}
