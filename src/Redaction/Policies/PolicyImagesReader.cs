using System.Collections.Immutable;
using Redaction.Image;

namespace Redaction;

/// <summary>Reads the section <c>images</c> of a policy file, strictly.</summary>
internal static class PolicyImagesReader
{
    public static ImmutableArray<string> Keys { get; } = ["include", "exclude", "minSize", "maxSize", "residue", "keepMetadata"];
    private static readonly ImmutableArray<string> s_residue = [.. Enum.GetNames<ResidueCheck>().Select(static n => n.ToLowerInvariant())];

    public static ImageSettings Read(PolicyNode node, string[] entities)
    {
        var entries = node.Mapping(Keys);
        return new()
        {
            Include = entries.TryGetValue("include", out var include) ? include.Items(Box) : null,
            Exclude = entries.TryGetValue("exclude", out var exclude) ? exclude.Items(Box) : null,
            MinSize = entries.TryGetValue("minSize", out var min)
                ? [.. Sizes(min, entities).Select(static s => new SizeLimit(s.Entity, Min: s.Pixels))] : null,
            MaxSize = entries.TryGetValue("maxSize", out var max)
                ? [.. Sizes(max, entities).Select(static s => new SizeLimit(s.Entity, Max: s.Pixels))] : null,
            Residue = entries.TryGetValue("residue", out var residue) ? Residue(residue) : null,
            KeepMetadata = entries.TryGetValue("keepMetadata", out var keep) ? keep.Items(Kind, orText: true) : null,
        };
    }

    private static ScopeBox Box(PolicyNode node)
    {
        var numbers = node.Sequence().Select(static n => n.Number(0, 1e6)).ToArray();
        if (numbers.Length == 4 && new ScopeBox(numbers[0], numbers[1], numbers[2], numbers[3]) is { IsValid: true } box) return box;
        throw node.Error(
            "a part of an image is four numbers, [x, y, width, height], in pixels or, when all are at most 1, in parts of the image");
    }

    /// <summary>A number for faces and plates, or a number by entity.</summary>
    private static IEnumerable<(Glob Entity, int Pixels)> Sizes(PolicyNode node, string[] entities)
    {
        if (node.IsText) return [(new("face"), Pixels(node)), (new("license-plate"), Pixels(node))];
        return node.Entries().Select(e => (PolicyRuleReader.Entity(new Glob(e.Key), e.Value, entities), Pixels(e.Value)));
    }

    private static int Pixels(PolicyNode node) => (int)node.Number(1, 100_000);

    private static ResidueCheck Residue(PolicyNode node)
    {
        var text = node.Text();
        var index = s_residue.IndexOf(text);
        return index >= 0 ? (ResidueCheck)index : throw node.Error($"'residue' cannot be '{text}' ({Choices.Valid(text, s_residue)})");
    }

    private static string Kind(PolicyNode node)
    {
        var kind = node.Text();
        return ImageFileOptions.Keepable.Contains(kind) ? kind
            : throw node.Error($"metadata '{kind}' cannot be kept ({Choices.Valid(kind, ImageFileOptions.Keepable)})");
    }
}
