using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Redaction.Batch;

/// <summary>Reads a line that <see cref="ManifestWriter"/> wrote. What it does not know, or not of this type, it refuses.</summary>
/// <remarks>Its exceptions are those of <see cref="JsonElement"/>; <see cref="Manifest"/> gives them a code.</remarks>
internal static class ItemReader
{
    private static readonly string[] s_common =
    [
        "source", "sealedName", "kind", "format", "status", "error", "component", "advice", "input", "output",
        "transcript", "parts", "policy", "engine",
        "switches", "detectors", "lexicons", "models", "key", "retainUntil", "hold", "search",
    ];

    private static readonly string[] s_released = [.. s_common, .. FactsReader.Keys, "counts", "refused", "written", "writtenMore",
        "textPlan", "plan"];

    public static ManifestItem Read(JsonElement json)
    {
        var isReleased = json.Text("status") switch { "redacted" => true, "quarantined" => false, _ => throw new JsonException() };
        json.RequireKnown(isReleased ? s_released : s_common);
        var policy = json.GetProperty("policy");
        policy.RequireKnown(["id", "sha256", "extends", "effective"]);
        var item = new ManifestItem
        {
            Main = File(json, isReleased),
            Transcript = json.TryGetProperty("transcript", out var transcript) ? Part(transcript, isReleased) : null,
            Parts = json.TryGetProperty("parts", out var parts) ? [.. parts.EnumerateArray().Select(p => Part(p, isReleased))] : [],
            Kind = Known(json.Text("kind")),
            SealedName = json.TextOrNull("sealedName"),
            Search = json.TryGetProperty("search", out var search) ? SearchReader.Read(search) : null,
            Format = json.TextOrNull("format"),
            Error = isReleased ? json.TextOrNull("error") : json.Text("error"),
            Component = isReleased ? json.TextOrNull("component") : json.Text("component"),
            Advice = json.TextOrNull("advice"),
            Policy = Origin(policy),
            Extends = policy.TryGetProperty("extends", out var extends) ? [.. extends.EnumerateArray().Select(WholeOrigin)] : [],
            Rules = policy.TryGetProperty("effective", out var rules) ? rules.GetRawText() : null,
            Switches = json.TryGetProperty("switches", out var switches) ? ManifestSwitches.Read(switches) : null,
            Stamp = Stamp(json),
            RetainUntil = json.TextOrNull("retainUntil") is { } until
                ? DateTimeOffset.ParseExact(until, "O", CultureInfo.InvariantCulture) : null,
            IsHeld = json.TryGetProperty("hold", out var hold) && hold.GetBoolean(),
        };
        if (isReleased != item.IsReleased || (isReleased && item.Component is not null)) throw new JsonException();
        if (item.Files.CountBy(static f => f.Source, StringComparer.Ordinal).Any(static c => c.Value > 1)) throw new JsonException();
        return isReleased ? WithOutcome(item, json) : item;
    }

    private static string Known(string kind) => ItemKinds.All.Contains(kind) ? kind : throw new JsonException();

    private static ManifestItem WithOutcome(ManifestItem item, JsonElement json)
    {
        var counts = json.GetProperty("counts");
        counts.RequireKnown(["entities", "operators", "kept"]);
        return item with
        {
            Facts = FactsReader.Read(json),
            Entities = counts.GetProperty("entities").Map(ManifestJson.Count),
            Operators = counts.GetProperty("operators").Map(ManifestJson.Count),
            Kept = ManifestJson.Count(counts.GetProperty("kept")),
            Written = json.TryGetProperty("written", out var written)
                ? written.Map(static t => t.EnumerateArray().Select(ManifestJson.TextOf).ToImmutableArray()) : item.Written,
            HasAllWritten = item.Kind is ItemKinds.Text or ItemKinds.Image && !json.TryGetProperty("writtenMore", out _),
            Plan = PlanReader.Read(json.GetProperty("plan")),
            HasTextPlan = !json.TryGetProperty("textPlan", out var textPlan) || textPlan.GetBoolean(),
            Refused = json.TryGetProperty("refused", out var refused) ? [.. refused.EnumerateArray().Select(Refusal)] : [],
        };
    }

    private static RefusedRecord Refusal(JsonElement json)
    {
        json.RequireKnown(["line", "error", "component"]);
        return new(ManifestJson.Count(json.GetProperty("line")), json.Text("error"), json.Text("component"));
    }

    private static ManifestFile Part(JsonElement json, bool isReleased)
    {
        json.RequireKnown(["source", "input", "output"]);
        return File(json, isReleased);
    }

    private static ManifestFile File(JsonElement json, bool isReleased)
    {
        var file = new ManifestFile(Source(json.Text("source"), isReleased), Digest(json, "input"), Digest(json, "output"));
        return isReleased ? file is { Input: not null, Output: not null } ? file : throw new JsonException()
            : file.Output is null ? file : throw new JsonException();
    }

    /// <summary>A path that stays below the folder it is put together with; <c>.</c> is an input that could not be opened.</summary>
    private static string Source(string path, bool isReleased)
    {
        if (path == "." && !isReleased) return path;
        var parts = path.Split('/', Path.DirectorySeparatorChar);
        return Path.IsPathRooted(path) || parts.Any(static p => p is "" or "." or "..") ? throw new JsonException() : path;
    }

    private static FileDigest? Digest(JsonElement json, string key)
    {
        if (!json.TryGetProperty(key, out var digest)) return null;
        digest.RequireKnown(["sha256", "bytes"]);
        return new(digest.Digest("sha256"), ManifestJson.Count(digest.GetProperty("bytes")));
    }

    private static PolicyOrigin WholeOrigin(JsonElement json)
    {
        json.RequireKnown(["id", "sha256"]);
        return Origin(json);
    }

    /// <summary>The digest is what the caller gave with a policy of his own making.</summary>
    private static PolicyOrigin Origin(JsonElement json) => new(json.Text("id"), json.Text("sha256"));

    private static ManifestStamp Stamp(JsonElement json) =>
        new(json.Text("engine"), json.Digest("detectors"), json.Digest("lexicons"), json.GetProperty("models").Map(ManifestJson.TextOf))
        {
            Key = json.TextOrNull("key"),
        };
}
