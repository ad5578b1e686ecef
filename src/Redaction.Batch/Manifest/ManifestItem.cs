using System.Collections.Immutable;
using System.Text.Json;

namespace Redaction.Batch;

/// <summary>A line of a manifest: what went in, what came out, and by what rules.</summary>
internal sealed record ManifestItem
{
    /// <summary>The file, or the recording of a call.</summary>
    public required ManifestFile Main { get; init; }

    /// <summary>The transcript of a recording.</summary>
    public ManifestFile? Transcript { get; init; }

    /// <summary>The other files of a directory that is one item.</summary>
    public ImmutableArray<ManifestFile> Parts { get; init; } = [];

    /// <summary>How it was worked through: one of <see cref="ItemKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The token under which a store keeps the item's own path, where it got another one.</summary>
    public string? SealedName { get; init; }

    /// <summary>Id of the format; null when none was found out.</summary>
    public string? Format { get; init; }

    /// <summary>Code of the failure; null for what was redacted.</summary>
    public string? Error { get; init; }

    /// <summary>What failed.</summary>
    public string? Component { get; init; }

    /// <summary>What can be done about the failure.</summary>
    public string? Advice { get; init; }

    /// <summary>The rules.</summary>
    public required PolicyOrigin Policy { get; init; }

    /// <summary>What they extend.</summary>
    public ImmutableArray<PolicyOrigin> Extends { get; init; } = [];

    /// <summary>The rules themselves, as JSON; null where an item before this one has them, or its id and digest are those of a preset.
    /// </summary>
    public string? Rules { get; init; }

    /// <summary>What was switched on and off for the run.</summary>
    public ManifestSwitches? Switches { get; init; }

    /// <summary>What operators wrote, by entity, where its form does not tell.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Written { get; init; } =
        ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>False when operators wrote more than the manifest keeps.</summary>
    public bool HasAllWritten { get; init; }

    /// <summary>What decided besides the rules.</summary>
    public required ManifestStamp Stamp { get; init; }

    /// <summary>When the output is to be deleted.</summary>
    public DateTimeOffset? RetainUntil { get; init; }

    /// <summary>A legal hold was in force.</summary>
    public bool IsHeld { get; init; }

    /// <summary>What of it was searched; null where work on it did not come so far.</summary>
    public ManifestSearch? Search { get; init; }

    /// <summary>What only some kinds of item have to tell.</summary>
    public ManifestFacts Facts { get; init; } = ManifestFacts.None;

    /// <summary>Values taken out, by entity.</summary>
    public ImmutableSortedDictionary<string, long> Entities { get; init; } = ImmutableSortedDictionary<string, long>.Empty;

    /// <summary>Values taken out, by operator.</summary>
    public ImmutableSortedDictionary<string, long> Operators { get; init; } = ImmutableSortedDictionary<string, long>.Empty;

    /// <summary>Findings that the policy kept.</summary>
    public long Kept { get; init; }

    /// <summary>What was painted where.</summary>
    public ImmutableArray<PlannedItem> Plan { get; init; } = [];

    /// <summary>False where what was decided in texts was left out of the manifest.</summary>
    public bool HasTextPlan { get; init; } = true;

    /// <summary>Records that were left out, in order.</summary>
    public ImmutableArray<RefusedRecord> Refused { get; init; } = [];

    /// <summary>Reads a line of a manifest; null where it is not one of this version.</summary>
    public static ManifestItem? Read(byte[] line)
    {
        try
        {
            using var parsed = JsonDocument.Parse(line, ManifestJson.Strict);
            return ItemReader.Read(parsed.RootElement);
        }
        catch (Exception e) when (
            e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>True when there is output.</summary>
    public bool IsReleased => Error is null;

    /// <summary>All of its files, in the order of their digests in logs.</summary>
    public IEnumerable<ManifestFile> Files => Transcript is null ? [Main, .. Parts] : [Main, Transcript, .. Parts];
}
