using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Redaction.Batch;

/// <summary>The effective rules of a run as its manifest keeps them, so that the search can be repeated. Literals and expressions of the
/// caller's own are left out, since they may name people.</summary>
internal static class PolicyCopy
{
    /// <summary>The rules as JSON that <see cref="PolicyFile.Parse"/> reads; null for a preset, which its id and digest tell.</summary>
    public static string? Of(LoadedPolicy policy)
    {
        if (IsPreset(policy.Policy.Id, policy.Sha256)) return null;
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, ManifestJson.Compact)) PolicyJson.Write(writer, policy);
        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    /// <summary>True when a policy brings what its copy leaves out.</summary>
    public static bool IsPartial(LoadedPolicy policy) =>
        !policy.Allow.IsEmpty || !policy.Deny.IsEmpty || !policy.Patterns.IsEmpty || !policy.Plugins.IsEmpty;

    /// <summary>The policy of an item.</summary>
    /// <exception cref="ArgumentException">The manifest has no copy that is whole.</exception>
    /// <exception cref="PolicyException">The copy is not one of this version.</exception>
    public static LoadedPolicy Read(ManifestItem item)
    {
        var policy = IsPreset(item.Policy.Id, item.Policy.Sha256) ? PolicyFile.Load(item.Policy.Id)
            : item.Rules is { } rules ? PolicyFile.Parse(rules, "the policy in " + Manifest.FileName) with { Sha256 = item.Policy.Sha256 }
            : throw new ArgumentException(
                $"The manifest does not hold the whole policy '{item.Policy.Id}': give it with --policy FILE.");
        return policy with { Disabled = [.. item.Switches?.Disabled.Select(static d => new Glob(d)) ?? []] };
    }

    private static bool IsPreset(string id, string sha256) =>
        PolicyPresets.Names.Contains(id) && Convert.ToHexStringLower(SHA256.HashData(PolicyPresets.Read(id))) == sha256;
}
