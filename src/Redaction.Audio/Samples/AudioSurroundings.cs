namespace Redaction.Audio;

/// <summary>What stands around a span that is to be masked, measured outside every masked span.</summary>
/// <param name="LevelDb">Loudness of the speech (root mean square) in decibels below full scale, in steps of 3;
/// null when it is not known.</param>
public readonly record struct AudioSurroundings(double? LevelDb);
