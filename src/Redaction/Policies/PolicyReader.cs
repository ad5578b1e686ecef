using System.Collections.Immutable;
using Redaction.Text;

namespace Redaction;

/// <summary>Reads one policy file, strictly, into rules and detector settings. What it extends is the caller's matter.</summary>
internal sealed class PolicyReader
{
    public static ImmutableArray<string> Keys { get; } =
    [
        "id", "extends", "minScore", "rules", "dataTypes", "fields", "detectors", "images", "calls", "video", "dicom", "pdf",
        "unsearched", "names",
    ];

    public static ImmutableArray<string> DetectorKeys { get; } = ["disable", "allow", "deny", "patterns", "plugins"];

    private static readonly ImmutableArray<string> s_choices =
        [.. Enum.GetNames<UnsearchedChoice>().Select(static n => n.ToLowerInvariant())];

    private readonly PolicyFaults _faults = new();
    private readonly PolicyNode _root;
    private readonly PolicyNode? _extends;
    private readonly PolicyNode? _rules;

    public PolicyReader(string file, byte[] bytes, string? folder)
    {
        _root = PolicyNode.Parse(file, bytes, "the policy", _faults);
        var entries = _root.Mapping(Keys);
        if (entries.TryGetValue("id", out var id)) Id = id.Attempt(id.Text) ?? "";
        else if (!_root.MeansKey("id")) _faults.Add(_root.Error("'id' is missing: the name that goes into every plan and manifest"));
        Extends = Read(entries, "extends", static n => n.Text(), out _extends);
        MinScore = Read<float?>(entries, "minScore", static n => n.Score());
        if (entries.TryGetValue("detectors", out var detectors)) detectors.Attempt(() => ReadDetectors(detectors, folder));
        var brought = Patterns.Concat<ITextDetector>(Plugins).SelectMany(static d => d.Info.Types);
        string[] entities = [.. RedactionCatalog.Entities, .. brought.Select(static t => t.Name)];
        Images = Read(entries, "images", n => PolicyImagesReader.Read(n, entities)) ?? ImageSettings.None;
        Calls = Read(entries, "calls", PolicyCallsReader.Read) ?? CallSettings.None;
        Video = Read(entries, "video", PolicyVideoReader.Read) ?? VideoSettings.None;
        Dicom = Read(entries, "dicom", PolicyDicomReader.Read) ?? DicomChoices.None;
        Pdf = Read(entries, "pdf", PolicyPdfReader.Read) ?? PdfChoices.None;
        Unsearched = Read<UnsearchedChoice?>(entries, "unsearched", static n => ReadChoice(n));
        FileNames = Read<FileNameChoice?>(entries, "names", static n => PolicyFileNamesReader.Read(n));
        DataTypes = Read(entries, "dataTypes", static n => (DataTypeRule[])[.. PolicyDataTypesReader.Read(n)]) is { } types
            ? [.. types] : [];
        Fields = Read(entries, "fields", PolicyFieldsReader.Read);
        Read(entries, "rules", n => ReadRules(n, entities, folder), out _rules);
        if (_rules is null && _extends is null && !_root.MeansKey("rules") && !_root.MeansKey("extends"))
            _faults.Add(_root.Error("'rules' is missing: give rules, or 'extends' with a preset or file"));
    }

    /// <exception cref="PolicyException">There are mistakes in the file.</exception>
    public void ThrowIfFaulty() => _faults.ThrowIfAny();

    public string Id { get; } = "";

    public string? Extends { get; }

    /// <summary>The score of rules that name none; null when the file says nothing.</summary>
    public float? MinScore { get; }

    public ImmutableArray<PolicyRule> Rules { get; private set; } = [];

    /// <summary>On which line each rule begins.</summary>
    public ImmutableArray<long> Lines { get; private set; } = [];

    public ImmutableArray<DataTypeRule> DataTypes { get; }

    public FieldSelection? Fields { get; }

    public ImmutableArray<Glob> Disabled { get; private set; } = [];

    public ImmutableArray<string> Allow { get; private set; } = [];

    public ImmutableArray<string> Deny { get; private set; } = [];

    public ImmutableArray<CustomPattern> Patterns { get; private set; } = [];

    public ImmutableArray<PluginDetector> Plugins { get; private set; } = [];

    public ImageSettings Images { get; } = ImageSettings.None;

    public CallSettings Calls { get; } = CallSettings.None;

    public VideoSettings Video { get; } = VideoSettings.None;

    public DicomChoices Dicom { get; } = DicomChoices.None;

    public PdfChoices Pdf { get; } = PdfChoices.None;

    public UnsearchedChoice? Unsearched { get; }

    public FileNameChoice? FileNames { get; }

    public PolicyException ExtendsError(string problem) => _extends!.Error(problem);

    /// <summary>Reads what the file extends; a mistake there is one of this file.</summary>
    public LoadedPolicy? LoadBasis(Func<string, LoadedPolicy> load) =>
        Extends is { } extends ? _extends!.Attempt(() => load(extends)) : null;

    /// <summary>Notes that the last rule has a condition; of a file that extends nothing it must have none.</summary>
    public void RequireLastRule()
    {
        if (_extends is not null || _rules is null) return;
        var last = _rules.IsList ? _rules.Sequence().LastOrDefault() ?? _rules : null;
        if (last is null || (last != _rules && !Lines.Contains(last.Line))) return; // it has a mistake of its own
        _faults.Add(last.Error(
            "the last rule must match everything: add '- operator: erase' (or keep) without a condition, or extend a preset"));
    }

    private static T? Read<T>(Dictionary<string, PolicyNode> entries, string key, Func<PolicyNode, T> read) =>
        Read(entries, key, read, out _);

    private static T? Read<T>(Dictionary<string, PolicyNode> entries, string key, Func<PolicyNode, T> read, out PolicyNode? node)
    {
        if (!entries.TryGetValue(key, out node)) return default;
        var found = node;
        return found.Attempt(() => read(found));
    }

    private bool ReadRules(PolicyNode node, string[] entities, string? folder)
    {
        var rules = node.Items(rule => (Rule: PolicyRuleReader.Read(rule, entities, folder), rule.Line));
        Rules = [.. rules.Select(static r => r.Rule)];
        Lines = [.. rules.Select(static r => r.Line)];
        return true;
    }

    private bool ReadDetectors(PolicyNode node, string? folder)
    {
        var entries = node.Mapping(DetectorKeys);
        if (entries.TryGetValue("disable", out var disable)) Disabled = disable.Items(ReadDetector, orText: true);
        if (entries.TryGetValue("allow", out var allow)) Allow = allow.Items(static n => n.Text(), orText: true);
        if (entries.TryGetValue("deny", out var deny)) Deny = deny.Items(static n => n.Text(), orText: true);
        if (entries.TryGetValue("patterns", out var patterns)) Patterns = patterns.Items(PolicyPatternReader.Read);
        if (entries.TryGetValue("plugins", out var plugins)) Plugins = plugins.Items(n => PolicyPluginReader.Read(n, folder), orText: true);
        return true;
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
