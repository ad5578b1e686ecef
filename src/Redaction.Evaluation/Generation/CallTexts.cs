using System.Collections.Immutable;

namespace Redaction.Evaluation;

/// <summary>What calls are made of: turns are separated by a bar, begin with the speaker, and hold slots in braces.</summary>
internal sealed record CallTexts
{
    public required ImmutableArray<string> Openings { get; init; }

    public required ImmutableArray<string> Exchanges { get; init; }

    public required ImmutableArray<string> Distractors { get; init; }

    public required ImmutableArray<string> Closings { get; init; }

    public required ImmutableArray<string> FirstNames { get; init; }

    public required ImmutableArray<string> LastNames { get; init; }

    public required ImmutableArray<string> Streets { get; init; }

    public required ImmutableArray<string> Cities { get; init; }

    public required ImmutableArray<string> Domains { get; init; }

    public required ImmutableArray<string> Fillers { get; init; }

    public required ImmutableArray<string> Corrections { get; init; }

    public required ImmutableArray<string> BackChannels { get; init; }

    public static CallTexts Of(CallSet set) => set == CallSet.Development ? DevelopmentCalls.Texts : TestCalls.Texts;
}
