namespace Redaction.Audio;

/// <summary>Digits that are still heard: when, and how many.</summary>
/// <param name="From">First tick; null where the listener does not tell.</param>
/// <param name="To">The tick after the last.</param>
/// <param name="Count">Number of digits.</param>
internal readonly record struct HeardDigits(long? From, long? To, int Count);
