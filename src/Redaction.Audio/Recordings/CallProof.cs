using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>Figures about the mask that hold no content.</summary>
public sealed class CallProof
{
    /// <summary>Nothing was masked.</summary>
    public static CallProof None { get; } = new();

    /// <summary>Seconds masked, by the entity that decided.</summary>
    public ImmutableSortedDictionary<string, double> SecondsByEntity { get; init; } =
        ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    /// <summary>Seconds in which the found values were said, without padding.</summary>
    public double SpokenSeconds { get; init; }

    /// <summary>Masked seconds for each spoken second of a value; null when nothing was found.</summary>
    public double? OverMasking { get; init; }

    /// <summary>Findings without a place in the recording. Always 0: one would have failed the item.</summary>
    public int Unlocated { get; init; }

    internal static CallProof Of(RedactionPlan<AudioSpan> plan, IEnumerable<AudioSpan> spoken)
    {
        var masked = plan.Items.Sum(static i => i.Finding.Region.Length);
        long said = 0, end = 0;
        foreach (var span in spoken.Order())
        {
            said += Math.Max(0, span.End - Math.Max(end, span.Start));
            end = Math.Max(end, span.End);
        }
        return new()
        {
            SecondsByEntity = plan.Items.GroupBy(static i => i.Finding.Type.Name, StringComparer.Ordinal)
                .ToImmutableSortedDictionary(static g => g.Key, static g => Seconds(g.Sum(static i => i.Finding.Region.Length)),
                    StringComparer.Ordinal),
            SpokenSeconds = Seconds(said),
            OverMasking = said == 0 ? null : (double)masked / said,
        };
    }

    private static double Seconds(long ticks) => (double)ticks / TimeSpan.TicksPerSecond;
}
