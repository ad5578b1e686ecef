namespace Redaction.Evaluation;

/// <summary>The counts of one document, by each way of counting.</summary>
/// <param name="Strict">Start, end and entity agree.</param>
/// <param name="TypeAgnostic">Start and end agree.</param>
/// <param name="Partial">Ranges of the same entity overlap.</param>
/// <param name="Covered">At least half of a true span is covered by any prediction; at least half of a prediction is true.</param>
/// <param name="Characters">Characters: true and covered, covered although not true, true and left uncovered.</param>
internal readonly record struct DocumentTally(Tally Strict, Tally TypeAgnostic, Tally Partial, Tally Covered, Tally Characters)
{
    /// <summary>Sums the counts of two documents.</summary>
    public static DocumentTally operator +(DocumentTally left, DocumentTally right) => left.Add(right);

    /// <summary>Sums the counts of two documents.</summary>
    public DocumentTally Add(DocumentTally other) => new(
        Strict + other.Strict, TypeAgnostic + other.TypeAgnostic, Partial + other.Partial, Covered + other.Covered,
        Characters + other.Characters);

    /// <summary>Puts the counts and their ratios under their names.</summary>
    public void WriteTo(FigureTree figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        figures["strict"].Set(Strict);
        figures["typeAgnostic"].Set(TypeAgnostic);
        figures["partial"].Set(Partial);
        figures["covered"].Set(Covered);
        figures["characters"].Set(Characters);
        figures.Set("support", Strict.Support);
        figures.Set("leakedCharacters", Characters.FalseNegatives);
    }
}
