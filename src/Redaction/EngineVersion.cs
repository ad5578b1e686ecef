namespace Redaction;

/// <summary>The version that stands in manifests.</summary>
internal static class EngineVersion
{
    public static string Current { get; } = typeof(EngineVersion).Assembly.GetName().Version?.ToString(3) ?? "0";
}
