namespace Redaction.Image;

/// <summary>How long the longer side of findings may be; others are let through.</summary>
/// <param name="Entity">The entity types that it is for.</param>
/// <param name="Min">The least, in pixels.</param>
/// <param name="Max">The most, in pixels.</param>
internal readonly record struct SizeLimit(Glob Entity, int Min = 0, int Max = int.MaxValue);
