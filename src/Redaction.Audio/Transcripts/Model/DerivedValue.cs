namespace Redaction.Audio;

/// <summary>A value from which the words can be computed (token numbers of a speech model):
/// replaced as soon as a word of its scope is.</summary>
/// <param name="Start">First byte.</param>
/// <param name="Length">Number of bytes.</param>
/// <param name="Scope">The part of the master text that it tells.</param>
/// <param name="Replacement">What stands there instead.</param>
internal sealed record DerivedValue(int Start, int Length, TextSpan Scope, string Replacement);
