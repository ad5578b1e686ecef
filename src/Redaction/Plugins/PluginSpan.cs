namespace Redaction;

/// <summary>What a plug-in found: UTF-16 code units of the text, its own name for what stands there, and how sure it is.</summary>
internal readonly record struct PluginSpan(int Start, int End, string Label, float Score);
