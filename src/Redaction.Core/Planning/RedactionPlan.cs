using System.Collections.Immutable;
using System.Text.Json;

namespace Redaction;

/// <summary>What will be painted where, and why. It holds no content, so it is the audit record too.</summary>
public sealed class RedactionPlan<TRegion>
    where TRegion : struct, IRegion<TRegion>
{
    /// <summary>Makes a plan.</summary>
    /// <param name="policyId">Id of the policy that decided.</param>
    /// <param name="items">Sorted and disjoint.</param>
    /// <param name="kept">Number of findings that a <c>keep</c> rule let through.</param>
    public RedactionPlan(string policyId, ImmutableArray<PlannedRedaction<TRegion>> items, int kept)
    {
        PolicyId = policyId;
        Items = items;
        Kept = kept;
    }

    /// <summary>Id of the policy that decided.</summary>
    public string PolicyId { get; }

    /// <summary>The decisions: sorted by place and disjoint.</summary>
    public ImmutableArray<PlannedRedaction<TRegion>> Items { get; }

    /// <summary>Number of findings that a <c>keep</c> rule let through.</summary>
    public int Kept { get; }

    /// <summary>Where these findings are, in the order they were found.</summary>
    /// <value>Empty, unless the planner made the plan.</value>
    public ImmutableArray<TRegion> KeptRegions { get; init; } = [];

    /// <summary>What <see cref="Items"/> were made of, in the order it was found:
    /// before regions were widened to masks and overlaps merged.</summary>
    /// <value>Empty, unless the planner widens regions, as for images.</value>
    public ImmutableArray<Finding<TRegion>> Found { get; init; } = [];

    /// <summary>For each of the <see cref="Items"/>, when and by whom it was spoken.</summary>
    /// <value>Empty, unless the plan is over the text of a transcript.</value>
    public ImmutableArray<SpokenPlace> Spoken { get; init; } = [];

    /// <summary>Checks that the plan was made under a policy, so that its rule numbers mean what they say.</summary>
    /// <exception cref="ArgumentException">It was made under another.</exception>
    internal void EnsureMadeUnder(RedactionPolicy policy)
    {
        var isOurs = PolicyId == policy.Id;
        foreach (ref readonly var item in Items.AsSpan())
            isOurs &= (uint)item.Rule < (uint)policy.Rules.Length && policy.Rules[item.Rule].Operator == item.Operator;
        if (!isOurs) throw new ArgumentException($"The plan was made under policy '{PolicyId}', not under this policy '{policy.Id}'.");
    }

    /// <summary>Writes the plan as one JSON object without content.</summary>
    public void WriteJson(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteString("policy", PolicyId);
        writer.WriteNumber("kept", Kept);
        writer.WriteStartArray("items");
        foreach (ref readonly var item in Items.AsSpan())
        {
            writer.WriteStartObject();
            WriteItem(writer, in item);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Writes one decision as properties of the current JSON object.</summary>
    public static void WriteItem(Utf8JsonWriter writer, in PlannedRedaction<TRegion> item)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteString("entity", item.Finding.Type.Name);
        writer.WriteNumber("score", MathF.Round(item.Finding.Score, 4));
        writer.WriteString("detector", item.Finding.Detector);
        item.Finding.Region.WriteTo(writer);
        writer.WriteNumber("rule", item.Rule);
        writer.WriteString("operator", item.Operator);
    }
}
