using System.Collections.Immutable;
using System.Text.Json;
using Redaction.Image;

namespace Redaction.Batch;

/// <summary>What a run was told besides its policy that changes what is searched: written into each item, so that nothing is switched off
/// unseen, and read where the search is to be repeated.</summary>
internal sealed record ManifestSwitches
{
    private static readonly string[] s_keys =
    [
        "quality", "writtenText", "detectors", "plugins", "entities", "locales", "minScore",
        "transcriber", "listener", "withoutTranscript", "fields", "dataType", "purpose", "role", "disabled", "declared",
        "allowUnmatched", "off", "project",
    ];

    public required SearchSwitches Search { get; init; }

    /// <summary>Only these fields of structured documents were looked into; empty: all.</summary>
    public ImmutableArray<string> Fields { get; init; } = [];

    public string? DataType { get; init; }

    public string? Purpose { get; init; }

    public string? Role { get; init; }

    /// <summary>Detectors that the policy switches off.</summary>
    public ImmutableArray<string> Disabled { get; init; } = [];

    /// <summary>Names that were given although no rule asks for them.</summary>
    public ImmutableArray<string> Declared { get; init; } = [];

    /// <summary>Items without any of the fields were let through.</summary>
    public bool AllowsUnmatched { get; init; }

    /// <summary>Detectors that are there and did not run, whoever switched them off.</summary>
    public ImmutableArray<string> Off { get; init; } = [];

    /// <summary>What rules could match on.</summary>
    public RedactionContext Context => new()
    {
        Locale = Search.Locales.IsEmpty ? null : Search.Locales[0],
        DataType = DataType,
        Purpose = Purpose,
        Role = Role,
    };

    public static ManifestSwitches Of(RedactionEngine engine, BatchOptions options) => new()
    {
        Search = engine.Switches,
        Fields = [.. options.Fields.Select(static f => f.Pattern)],
        DataType = options.Context.DataType,
        Purpose = options.Context.Purpose,
        Role = options.Context.Role,
        Declared = engine.Declared,
        AllowsUnmatched = options.AllowUnmatched,
        Off = engine.Off,
        Disabled = [.. engine.Policy.Disabled.Select(static d => d.Pattern)],
    };

    public static ManifestSwitches Read(JsonElement json)
    {
        json.RequireKnown(s_keys);
        return new()
        {
            Search = new()
            {
                Quality = Choice<DetectionQuality>(json, "quality"),
                WrittenText = Choice<WrittenTextMode>(json, "writtenText"),
                Detectors = json.TextsOrNull("detectors") ?? [],
                Plugins = json.TextsOrNull("plugins") ?? [],
                Entities = json.TextsOrNull("entities") ?? [],
                Locales = json.TextsOrNull("locales") ?? [],
                MinScore = (float?)json.NumberOrNull("minScore"),
                Transcriber = json.TextOrNull("transcriber"),
                Listener = json.TextOrNull("listener"),
                SilencesWithoutTranscript = json.TextOrNull("withoutTranscript") == "silence",
                Project = json.TextOrNull("project"),
            },
            Fields = json.TextsOrNull("fields") ?? [],
            DataType = json.TextOrNull("dataType"),
            Purpose = json.TextOrNull("purpose"),
            Role = json.TextOrNull("role"),
            Disabled = json.TextsOrNull("disabled") ?? [],
            Declared = json.TextsOrNull("declared") ?? [],
            AllowsUnmatched = json.TryGetProperty("allowUnmatched", out var allows) && allows.GetBoolean(),
            Off = json.TextsOrNull("off") ?? [],
        };
    }

    /// <summary>Writes them as properties of the current object; what was not given is left out.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("quality", Search.Quality.ToString().ToLowerInvariant());
        json.WriteString("writtenText", Search.WrittenText.ToString().ToLowerInvariant());
        WriteList(json, "detectors", Search.Detectors);
        WriteList(json, "plugins", Search.Plugins);
        WriteList(json, "entities", Search.Entities);
        WriteList(json, "locales", Search.Locales);
        if (Search.MinScore is { } score) json.WriteNumber("minScore", score);
        if (Search.Transcriber is { } transcriber) json.WriteString("transcriber", transcriber);
        if (Search.Listener is { } listener) json.WriteString("listener", listener);
        if (Search.SilencesWithoutTranscript) json.WriteString("withoutTranscript", "silence");
        WriteList(json, "fields", Fields);
        if (DataType is not null) json.WriteString("dataType", DataType);
        if (Purpose is not null) json.WriteString("purpose", Purpose);
        if (Role is not null) json.WriteString("role", Role);
        WriteList(json, "disabled", Disabled);
        WriteList(json, "declared", Declared);
        if (AllowsUnmatched) json.WriteBoolean("allowUnmatched", true);
        WriteList(json, "off", Off);
        if (Search.Project is not null) json.WriteString("project", Search.Project);
    }

    /// <summary>All of them as one JSON object.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, ManifestJson.Compact))
        {
            json.WriteStartObject();
            Write(json);
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    /// <summary>For people: what was switched, one pair each.</summary>
    public IEnumerable<(string Name, string Value)> Told()
    {
        using var json = JsonDocument.Parse(ToJson());
        return [.. json.RootElement.EnumerateObject().Select(static p => (p.Name, p.Value.ValueKind == JsonValueKind.Array
            ? string.Join(", ", p.Value.EnumerateArray().Select(ManifestJson.TextOf)) : p.Value.ToString()))];
    }

    private static void WriteList(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        if (values.IsEmpty) return;
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static TChoice Choice<TChoice>(JsonElement json, string key)
        where TChoice : struct, Enum =>
        Enum.TryParse<TChoice>(json.Text(key), ignoreCase: true, out var choice) && Enum.IsDefined(choice) ? choice
            : throw new JsonException();
}
