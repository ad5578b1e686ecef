using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Redaction;

/// <summary>What OpenTelemetry and others can listen to: the meter and the activity source <c>Redaction</c>. Signals carry ids, counts and
/// durations, never content.</summary>
/// <remarks>Names and units follow the semantic conventions of OpenTelemetry. Nobody listening, they cost a comparison.</remarks>
internal static class RedactionSignals
{
    public const string Name = "Redaction";

    private static readonly ActivitySource s_source = new(Name);
    private static readonly Meter s_meter = new(Name);

    private static readonly Counter<long> s_findings = s_meter.CreateCounter<long>(
        "redaction.findings", "{finding}", "Values taken out.");

    private static readonly Histogram<double> s_duration = s_meter.CreateHistogram(
        "redaction.item.duration", "s", "Time that the redaction of an item took.",
        tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60] });

    private static readonly Histogram<long> s_size = s_meter.CreateHistogram<long>("redaction.item.size", "By", "Size of an item.");

    /// <summary>Counts the values that a plan takes out.</summary>
    public static void Count<TRegion>(RedactionPlan<TRegion> plan)
        where TRegion : struct, IRegion<TRegion>
    {
        if (!s_findings.Enabled) return;
        foreach (ref readonly var item in plan.Items.AsSpan()) Count(item.Finding.Type.Name, TRegion.Medium, 1);
    }

    /// <summary>Counts values that were taken out.</summary>
    public static void Count(string entity, string medium, long count) =>
        s_findings.Add(count, new("redaction.entity", entity), new KeyValuePair<string, object?>("redaction.medium", medium));

    /// <summary>Begins the work on an item.</summary>
    public static Item Begin() => new(s_source.StartActivity("redact"), Stopwatch.GetTimestamp());

    /// <summary>The work on an item.</summary>
    public readonly struct Item(Activity? activity, long started)
    {
        /// <summary>Ends the work.</summary>
        /// <param name="policy">Id of the policy.</param>
        /// <param name="format">Id of the format; null where it was not found out.</param>
        /// <param name="bytes">Size of the input; below zero where it is not known.</param>
        /// <param name="error">Code of the failure; null where all went well.</param>
        public void End(string policy, string? format, long bytes, string? error)
        {
            var tags = new TagList { { "redaction.policy.id", policy } };
            if (format is not null) tags.Add("redaction.format", format);
            if (error is not null) tags.Add("error.type", error);
            s_duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, in tags);
            if (bytes >= 0) s_size.Record(bytes, in tags);
            if (activity is null) return;
            if (format is not null) activity.DisplayName = $"redact {format}";
            foreach (var (name, value) in tags) activity.SetTag(name, value);
            if (error is not null) activity.SetStatus(ActivityStatusCode.Error, error);
            activity.Dispose();
        }
    }
}
