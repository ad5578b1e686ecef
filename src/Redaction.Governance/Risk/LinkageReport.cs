namespace Redaction.Governance;

/// <summary>What came of an attempt to find persons of a known table in a released one.</summary>
/// <param name="Persons">Persons tried.</param>
/// <param name="NotFound">Persons that fit no row.</param>
/// <param name="One">Persons that fit exactly one row.</param>
/// <param name="Few">Persons that fit two to four rows.</param>
/// <param name="ExpectedFinds">Right guesses to be expected: one over the number of fitting rows, summed; an upper bound where the persons
/// need not be in the table.</param>
/// <param name="Confirmed">Persons that fit one row which is theirs by the truth column; null without one.</param>
internal sealed record LinkageReport(int Persons, int NotFound, int One, int Few, double ExpectedFinds, int? Confirmed);
