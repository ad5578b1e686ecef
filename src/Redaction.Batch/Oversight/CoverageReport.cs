using System.Collections.Immutable;
using System.Text.Json;

namespace Redaction.Batch;

/// <summary>What a policy covers of the classes of data that a law or a standard names, and what it does not.</summary>
internal static class CoverageReport
{
    /// <summary>The lists of classes there are.</summary>
    public static ImmutableArray<string> Standards { get; } = ["ccpa", "gdpr", "hipaa-safe-harbor", "pci-dss", "rlhf"];

    /// <summary>Goes through the classes of <paramref name="standard"/>: a class is covered by the entity types that a detector of the
    /// catalog finds and that the policy does not keep.</summary>
    /// <remarks>It tells what is looked for, not how much is found: see the accuracy figures for that.</remarks>
    /// <exception cref="ArgumentException">There is no such list.</exception>
    public static ImmutableArray<CoverageClass> Of(LoadedPolicy policy, string standard)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (!Standards.Contains(standard))
            throw new ArgumentException($"There is no list of classes '{standard}' ({Choices.Valid(standard, Standards)}).");
        using var stream = typeof(CoverageReport).Assembly.GetManifestResourceStream("oversight/coverage.json")!;
        using var lists = JsonDocument.Parse(stream);
        return [.. lists.RootElement.GetProperty(standard).EnumerateArray().Select(c => Of(policy, c))];
    }

    private static CoverageClass Of(LoadedPolicy policy, JsonElement entry)
    {
        Glob[] wanted = [.. entry.GetProperty("entities").EnumerateArray().Select(static e => new Glob(e.GetString()!))];
        var detectors = RedactionCatalog.Detectors.Where(d => !policy.Disabled.Any(g => g.Matches(d.Info.Id)));
        var found = detectors.SelectMany(static d => d.Info.Types.Select(t => (d.Info.Id, d.Medium, Type: t)))
            .Where(f => wanted.Any(w => w.Matches(f.Type.Name)) && TakesOut(policy.Policy, f.Type, f.Medium)).ToArray();
        return new(
            entry.GetProperty("class").GetString()!, entry.GetProperty("reference").GetString()!,
            [.. found.Select(static f => f.Type.Name).Distinct().Order(StringComparer.Ordinal)],
            [.. found.Select(static f => f.Id).Distinct().Order(StringComparer.Ordinal)],
            LimitOf(entry, [.. wanted.Where(w => !found.Any(f => w.Matches(f.Type.Name)))]));
    }

    /// <summary>What is known not to be covered, with the entity types of the class that no detector finds or
    /// that the policy keeps.</summary>
    private static string? LimitOf(JsonElement entry, Glob[] missing)
    {
        var known = entry.TryGetProperty("limit", out var limit) ? limit.GetString() : null;
        if (missing.Length == 0) return known;
        var gap = "not taken out: " + string.Join(", ", missing);
        return known is null ? gap : $"{known}; {gap}";
    }

    private static bool TakesOut(RedactionPolicy policy, EntityType type, string medium) =>
        policy.Rules[policy.RuleFor(type, 1, new() { Medium = medium })].Operator != PolicyRule.Keep;
}
