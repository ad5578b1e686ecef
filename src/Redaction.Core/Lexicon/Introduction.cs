namespace Redaction;

/// <summary>Words that introduce a name, where they stand.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">After the last character; spaces and the name follow.</param>
/// <param name="Kind">How they introduce it.</param>
/// <param name="Owner">For <see cref="IntroductionKind.Named"/>: who has the name.</param>
internal readonly record struct Introduction(int Start, int End, IntroductionKind Kind, NameOwner Owner = NameOwner.Unknown);
