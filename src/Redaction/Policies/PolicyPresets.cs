using System.Collections.Immutable;

namespace Redaction;

/// <summary>The policies that ship with the library.</summary>
public static class PolicyPresets
{
    /// <summary>Their names.</summary>
    public static ImmutableArray<string> Names { get; } = ["default", "gdpr", "ccpa", "hipaa-safe-harbor", "hipaa-fhir", "pci-dss", "rlhf"];

    /// <summary>The file of a preset, with comments that say what it covers.</summary>
    /// <exception cref="ArgumentException">There is no such preset; names those there are.</exception>
    public static byte[] Read(string name)
    {
        if (!Names.Contains(name))
            throw new ArgumentException($"There is no preset '{name}' ({Choices.Valid(name, Names)}).");
        using var stream = typeof(PolicyPresets).Assembly.GetManifestResourceStream($"presets/{name}.yaml")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
