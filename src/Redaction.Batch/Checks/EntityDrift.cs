using System.Collections.Immutable;

namespace Redaction.Batch;

/// <summary>How often an entity was found before and is found now.</summary>
/// <param name="Entity">Entity type.</param>
/// <param name="Before">Findings before.</param>
/// <param name="Now">Findings now.</param>
/// <param name="Ratio">The rate per byte of input now over that before; infinite when there were none before.</param>
/// <param name="Z">How far the counts are apart, in standard deviations, if one Poisson rate had made both.</param>
/// <param name="Alarm">True when both the ratio and the distance are large.</param>
internal sealed record EntityDrift(string Entity, long Before, long Now, double Ratio, double Z, bool Alarm)
{
    /// <summary>Compares the rates of entities of two runs.</summary>
    /// <param name="before">Folder of the run before.</param>
    /// <param name="now">Folder of the run now.</param>
    /// <param name="ratio">The alarm goes off from this ratio on, upwards or downwards; above 1.</param>
    /// <param name="z">And from this many standard deviations on.</param>
    /// <remarks>The test conditions on the sum: of n findings, those of now are binomial with the share of now's bytes
    /// (Przyborowski and Wilenski, 1940), by normal approximation.</remarks>
    /// <exception cref="ArgumentException">There is no manifest, or a threshold is out of its range.</exception>
    /// <exception cref="RedactionException">A manifest is not as the run wrote it.</exception>
    public static ImmutableArray<EntityDrift> Compare(string before, string now, double ratio = 2, double z = 4)
    {
        if (!(ratio > 1 && z > 0)) throw new ArgumentException("The ratio is above 1 and the distance above 0.");
        var (old, current) = (Read(before), Read(now));
        if (old.Bytes == 0 || current.Bytes == 0) throw new ArgumentException("A run without input has no rates.");
        var share = (double)current.Bytes / (old.Bytes + current.Bytes);
        return [.. old.Counts.Keys.Union(current.Counts.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(Of)];

        EntityDrift Of(string entity)
        {
            var (a, b) = (old.Counts.GetValueOrDefault(entity), current.Counts.GetValueOrDefault(entity));
            var relative = a == 0 ? double.PositiveInfinity : (double)b / current.Bytes / ((double)a / old.Bytes);
            var distance = (b - (a + b) * share) / Math.Sqrt((a + b) * share * (1 - share));
            return new(entity, a, b, relative, distance, Math.Abs(distance) >= z && (relative >= ratio || relative <= 1 / ratio));
        }
    }

    private static (Dictionary<string, long> Counts, long Bytes) Read(string folder)
    {
        var (counts, bytes) = (new Dictionary<string, long>(StringComparer.Ordinal), 0L);
        foreach (var item in Manifest.Read(folder).Where(static i => i.IsReleased))
        {
            bytes += item.Files.Sum(static f => f.Input?.Bytes ?? 0);
            foreach (var (entity, count) in item.Entities) counts[entity] = counts.GetValueOrDefault(entity) + count;
        }
        return (counts, bytes);
    }
}
