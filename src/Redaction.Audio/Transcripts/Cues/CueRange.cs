namespace Redaction.Audio;

/// <summary>The times of a cue: as early and as late as the line that tells them may mean.</summary>
/// <param name="From">First tick.</param>
/// <param name="To">The tick after the last.</param>
/// <param name="Length">Bytes of the line up to the end of the times.</param>
internal readonly record struct CueRange(long From, long To, int Length);
