using System.Collections.Immutable;

namespace Redaction.Governance;

/// <summary>How well the rows of a table hide in each other: rows that agree in all quasi-identifiers form a class.</summary>
internal sealed record RiskReport
{
    /// <summary>Number of rows.</summary>
    public required int Rows { get; init; }

    /// <summary>Number of classes.</summary>
    public required int Classes { get; init; }

    /// <summary>Size of the smallest class: k-anonymity.</summary>
    public required int K { get; init; }

    /// <summary>Rows that are alone in their class.</summary>
    public required int Uniques { get; init; }

    /// <summary>The fewest distinct sensitive values in a class: distinct l-diversity.</summary>
    /// <value>Null: there is no sensitive column.</value>
    public int? L { get; init; }

    /// <summary>The fewest values in a class when rarely held ones count less: 2 to the power of the entropy.</summary>
    /// <value>Null: there is no sensitive column.</value>
    public double? EntropyL { get; init; }

    /// <summary>The largest distance between the sensitive values of a class and those of the table, by total variation: t-closeness for
    /// unordered values.</summary>
    /// <value>Null: there is no sensitive column.</value>
    public double? T { get; init; }

    /// <summary>Risk of the person who is easiest to find for someone who knows that they are in the table: 1/k.</summary>
    public double ProsecutorRisk => Rows == 0 ? 0 : 1.0 / K;

    /// <summary>The same for someone who only knows a larger population, when its classes are given; otherwise that of the
    /// prosecutor.</summary>
    public required double JournalistRisk { get; init; }

    /// <summary>Share of rows that someone who tries all of them finds: classes over rows.</summary>
    public double MarketerRisk => Rows == 0 ? 0 : (double)Classes / Rows;

    /// <summary>How many classes the table has without each quasi-identifier: the one without which fewest are left is worth generalising
    /// first.</summary>
    public required ImmutableSortedDictionary<string, int> ClassesWithout { get; init; }

    /// <summary>The quasi-identifier to generalise first; null when all rows are alike.</summary>
    public string? GeneraliseFirst =>
        Classes <= 1
            ? null
            : ClassesWithout.OrderBy(static c => c.Value).ThenBy(static c => c.Key, StringComparer.Ordinal).Select(static c => c.Key)
                .FirstOrDefault();
}
