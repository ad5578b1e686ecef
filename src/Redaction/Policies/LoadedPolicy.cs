using System.Collections.Immutable;
using Redaction.Text;

namespace Redaction;

/// <summary>A policy with what its file says about detectors.</summary>
/// <param name="Policy">The effective rules: the file's own, then those it extends.</param>
/// <param name="Sha256">Lower-case hex digest of the file's bytes.</param>
public sealed record LoadedPolicy(RedactionPolicy Policy, string Sha256)
{
    /// <summary>Ids or globs of detectors that do not run.</summary>
    public ImmutableArray<Glob> Disabled { get; init; } = [];

    /// <summary>Literals that are let through wherever they are found.</summary>
    public ImmutableArray<string> Allow { get; init; } = [];

    /// <summary>Literals that are found wherever they stand.</summary>
    public ImmutableArray<string> Deny { get; init; } = [];

    /// <summary>Detectors that the file brings.</summary>
    public ImmutableArray<CustomPattern> Patterns { get; init; } = [];

    /// <summary>Detectors outside this library that the file names.</summary>
    internal ImmutableArray<PluginDetector> Plugins { get; init; } = [];

    /// <summary>What the file says about images besides its rules.</summary>
    internal ImageSettings Images { get; init; } = ImageSettings.None;

    /// <summary>What the file says about calls besides its rules.</summary>
    internal CallSettings Calls { get; init; } = CallSettings.None;

    /// <summary>What the file says about videos besides its rules.</summary>
    internal VideoSettings Video { get; init; } = VideoSettings.None;

    /// <summary>What the file says about DICOM files besides its rules.</summary>
    internal DicomChoices Dicom { get; init; } = DicomChoices.None;

    /// <summary>What the file says about PDF files besides its rules.</summary>
    internal PdfChoices Pdf { get; init; } = PdfChoices.None;

    /// <summary>What the file says of parts of an item that nothing can search.</summary>
    /// <value>Null: it says nothing, and such an item is refused.</value>
    public UnsearchedChoice? Unsearched { get; init; }

    /// <summary>Which data types items and records are of; the first that matches decides.</summary>
    internal ImmutableArray<DataTypeRule> DataTypes { get; init; } = [];

    /// <summary>Which fields leave at all.</summary>
    internal FieldSelection Fields { get; init; } = FieldSelection.All;

    /// <summary>What leaves out fields that are not needed; null where all leave.</summary>
    /// <param name="usage">Is told which fields there are.</param>
    internal FieldProjection? Projection(FieldUsage? usage) => Fields.IsAll ? null : new(Fields.Only, Fields.Drop, usage);

    /// <summary>On which lines the file's own rules begin, which come first.</summary>
    internal ImmutableArray<long> RuleLines { get; init; } = [];

    /// <summary>What happens to names of files and folders that hold what the rules take out.</summary>
    /// <value>A number stands for them.</value>
    internal FileNameChoice FileNames { get; init; }

    /// <summary>What the file extends, nearest first.</summary>
    internal ImmutableArray<PolicyOrigin> Extends { get; init; } = [];

    /// <summary>A policy made in code whose rules come before those of this one.</summary>
    internal LoadedPolicy ExtendedBy(ImmutableArray<PolicyRule> rules)
    {
        var policy = new RedactionPolicy($"{Policy.Id}-extended", rules.AddRange(Policy.Rules)) { MinScore = Policy.MinScore };
        return this with { Policy = policy, Sha256 = PolicyJson.Digest(policy), Extends = [new(Policy.Id, Sha256), .. Extends] };
    }

    /// <summary>Wraps a policy made in code; its digest is that of its rules as JSON.</summary>
    public static LoadedPolicy Of(RedactionPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new(policy, PolicyJson.Digest(policy));
    }
}
