using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Redaction.Evaluation;

/// <summary>Floors for figures: a JSON object of the same shape as the results, with the least value each may have.
/// A name that ends in <c>Max</c> is a ceiling for the figure without it.</summary>
internal sealed class FigureGate
{
    private const string Ceiling = "Max";
    private readonly JsonElement _floors;

    private FigureGate(JsonElement floors) => _floors = floors;

    /// <summary>Reads a gate.</summary>
    /// <exception cref="RedactionException">The file is not a JSON object of objects and numbers
    /// (<see cref="ErrorCodes.Malformed"/>).</exception>
    public static FigureGate Read(Stream json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var root = document.RootElement.Clone();
            Check(root);
            return new(root);
        }
        catch (JsonException e)
        {
            throw Malformed(e.GetType());
        }
    }

    /// <summary>One line for each figure that is missing, below its floor or above its ceiling; empty when all hold.</summary>
    public ImmutableArray<string> Failures(FigureTree figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var failures = ImmutableArray.CreateBuilder<string>();
        Compare(_floors, figures, "", failures);
        return failures.ToImmutable();
    }

    private static void Compare(JsonElement floors, FigureTree? figures, string path, ImmutableArray<string>.Builder failures)
    {
        foreach (var floor in floors.EnumerateObject())
        {
            var place = path + floor.Name;
            if (floor.Value.ValueKind == JsonValueKind.Object)
            {
                Compare(floor.Value, figures?.Branches.GetValueOrDefault(floor.Name), place + " / ", failures);
                continue;
            }
            var isCeiling = floor.Name.EndsWith(Ceiling, StringComparison.Ordinal);
            var measured = figures?.Find(isCeiling ? floor.Name[..^Ceiling.Length] : floor.Name);
            var limit = floor.Value.GetDouble();
            if (measured is null) failures.Add($"{place}: there is no such figure");
            else if (isCeiling ? measured > limit : measured < limit)
                failures.Add(
                    string.Create(CultureInfo.InvariantCulture,
                        $"{place}: {measured:0.####} is {(isCeiling ? "above" : "below")} {limit:0.####}"));
        }
    }

    private static void Check(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object) throw Malformed(null);
        foreach (var member in element.EnumerateObject())
            if (member.Value.ValueKind != JsonValueKind.Number) Check(member.Value);
    }

    private static RedactionException Malformed(Type? cause) =>
        new(ErrorCodes.Malformed, "gate", "A gate is a JSON object of objects and numbers, shaped like the results.", cause);
}
