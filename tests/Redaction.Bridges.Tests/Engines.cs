namespace Redaction.Bridges.Tests;

/// <summary>Engines that tests share: making one takes time.</summary>
internal static class Engines
{
    /// <summary>Patterns only: no model is loaded.</summary>
    public static RedactionEngine Patterns { get; } = new RedactionEngineBuilder().WithDetectors("patterns").Build();

    /// <summary>Everything there is.</summary>
    public static RedactionEngine Whole { get; } = new RedactionEngineBuilder().Build();
}
