using System.Collections.Immutable;
using Redaction.Text;

namespace Redaction;

/// <summary>Reads one policy file, strictly, into rules and detector settings. What it extends is the caller's matter.</summary>
internal sealed class PolicyReader
{
    private static readonly ImmutableArray<string> s_keys =
        ["id", "extends", "rules", "detectors", "images", "calls", "video", "unsearched", "names"];
    private static readonly ImmutableArray<string> s_detectorKeys = ["disable", "allow", "deny", "patterns"];

    private static readonly ImmutableArray<string> s_choices =
        [.. Enum.GetNames<UnsearchedChoice>().Select(static n => n.ToLowerInvariant())];

    private readonly string _file;
    private readonly PolicyNode _root;
    private readonly PolicyNode? _extends;
    private readonly PolicyNode? _rules;

    public PolicyReader(string file, byte[] bytes, string? folder)
    {
        _file = file;
        _root = PolicyNode.Parse(file, bytes, "the policy");
        var entries = _root.Mapping(s_keys);
        if (!entries.TryGetValue("id", out var id)) throw _root.Error("'id' is missing: the name that goes into every plan and manifest");
        Id = id.Text();
        Extends = entries.TryGetValue("extends", out _extends) ? _extends.Text() : null;
        if (entries.TryGetValue("detectors", out var detectors)) ReadDetectors(detectors);
        string[] entities = [.. RedactionCatalog.Entities, .. Patterns.Select(static p => p.Info.Types[0].Name)];
        if (entries.TryGetValue("images", out var images)) Images = PolicyImagesReader.Read(images, entities);
        if (entries.TryGetValue("calls", out var calls)) Calls = PolicyCallsReader.Read(calls);
        if (entries.TryGetValue("video", out var video)) Video = PolicyVideoReader.Read(video);
        if (entries.TryGetValue("unsearched", out var unsearched)) Unsearched = ReadChoice(unsearched);
        if (entries.TryGetValue("names", out var names)) FileNames = PolicyFileNamesReader.Read(names);
        if (entries.TryGetValue("rules", out _rules))
            Rules = [.. _rules.Sequence().Select(rule => PolicyRuleReader.Read(rule, entities, folder))];
        else if (_extends is null) throw _root.Error("'rules' is missing: give rules, or 'extends' with a preset or file");
    }

    public string Id { get; }

    public string? Extends { get; }

    public ImmutableArray<PolicyRule> Rules { get; } = [];

    public ImmutableArray<Glob> Disabled { get; private set; } = [];

    public ImmutableArray<string> Allow { get; private set; } = [];

    public ImmutableArray<string> Deny { get; private set; } = [];

    public ImmutableArray<CustomPattern> Patterns { get; private set; } = [];

    public ImageSettings Images { get; } = ImageSettings.None;

    public CallSettings Calls { get; } = CallSettings.None;

    public VideoSettings Video { get; } = VideoSettings.None;

    public UnsearchedChoice? Unsearched { get; }

    public FileNameChoice? FileNames { get; }

    public PolicyException ExtendsError(string problem) => _extends!.Error(problem);

    public PolicyException LastRuleMustMatchEverything()
    {
        var last = _rules?.Sequence().LastOrDefault() ?? _rules ?? _root;
        return last.Error("the last rule must match everything: add '- operator: erase' (or keep) without a condition, or extend a preset");
    }

    private void ReadDetectors(PolicyNode node)
    {
        var entries = node.Mapping(s_detectorKeys);
        if (entries.TryGetValue("disable", out var disable)) Disabled = [.. disable.TextOrSequence().Select(ReadDetector)];
        if (entries.TryGetValue("allow", out var allow)) Allow = [.. allow.TextOrSequence().Select(static n => n.Text())];
        if (entries.TryGetValue("deny", out var deny)) Deny = [.. deny.TextOrSequence().Select(static n => n.Text())];
        if (entries.TryGetValue("patterns", out var patterns)) Patterns = [.. patterns.Sequence().Select(PolicyPatternReader.Read)];
    }

    private static UnsearchedChoice ReadChoice(PolicyNode node)
    {
        var text = node.Text();
        var index = s_choices.IndexOf(text);
        return index >= 0
            ? (UnsearchedChoice)index
            : throw node.Error($"'unsearched' cannot be '{text}' ({Choices.Valid(text, s_choices)})");
    }

    private static Glob ReadDetector(PolicyNode node)
    {
        var glob = new Glob(node.Text());
        var ids = RedactionCatalog.Detectors.Select(static d => d.Info.Id);
        return ids.Any(id => glob.Matches(id)) ? glob
            : throw node.Error($"no detector is called '{glob}' ({Choices.Valid(glob.Pattern, ids)})");
    }
}
