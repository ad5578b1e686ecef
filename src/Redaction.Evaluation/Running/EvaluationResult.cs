using System.Collections.Immutable;

namespace Redaction.Evaluation;

/// <summary>What was measured, and on what: enough to measure it again.</summary>
/// <param name="Kind"><c>text</c>, <c>images</c> or <c>calls</c>.</param>
/// <param name="Provenance">Data set and its digest, policy, versions, models, seed and command; sorted.</param>
/// <param name="Figures">The figures.</param>
public sealed record EvaluationResult(string Kind, ImmutableSortedDictionary<string, string> Provenance, FigureTree Figures)
{
    /// <summary>Time and memory of the run, which differ from run to run.</summary>
    /// <value>Null: not asked for.</value>
    public FigureTree? Timings { get; init; }

    /// <summary>For texts, what else reports show.</summary>
    internal TextEvaluation? Texts { get; init; }

    /// <summary>For images, what else reports show.</summary>
    internal BoxEvaluation? Boxes { get; init; }

    /// <summary>For images, their width and height in pixels by path.</summary>
    public ImmutableDictionary<string, (int Width, int Height)> ImageSizes { get; init; } = ImmutableDictionary<string, (int, int)>.Empty;

    /// <summary>Figures of other systems on the same data, by their name.</summary>
    public ImmutableSortedDictionary<string, FigureTree> Peers { get; init; } = ImmutableSortedDictionary<string, FigureTree>.Empty;

    /// <summary>Spans that were missed or wrongly found, for the error browser.</summary>
    internal ImmutableArray<EvaluationError> Errors { get; init; } = [];
}
