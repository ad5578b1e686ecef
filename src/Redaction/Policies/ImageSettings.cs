using System.Collections.Immutable;
using Redaction.Image;

namespace Redaction;

/// <summary>What a policy says about images besides its rules. What it does not say is null.</summary>
internal sealed record ImageSettings
{
    /// <summary>A policy that says nothing.</summary>
    public static ImageSettings None { get; } = new();

    /// <summary>Only findings that touch one of these parts count.</summary>
    public ImmutableArray<ScopeBox>? Include { get; init; }

    /// <summary>Findings wholly within one of these parts are let through.</summary>
    public ImmutableArray<ScopeBox>? Exclude { get; init; }

    /// <summary>The least longer side by entity.</summary>
    public ImmutableArray<SizeLimit>? MinSize { get; init; }

    /// <summary>The greatest longer side by entity.</summary>
    public ImmutableArray<SizeLimit>? MaxSize { get; init; }

    /// <summary>Whether the output is read again.</summary>
    public ResidueCheck? Residue { get; init; }

    /// <summary>Metadata kinds to keep.</summary>
    public ImmutableArray<string>? KeepMetadata { get; init; }

    /// <summary>Where findings count.</summary>
    internal ImageScope Scope => new() { Include = Include ?? [], Exclude = Exclude ?? [], Sizes = [.. MinSize ?? [], .. MaxSize ?? []] };

    /// <summary>These settings, and those of <paramref name="basis"/> where these say nothing.</summary>
    internal ImageSettings Over(ImageSettings basis) => new()
    {
        Include = Include ?? basis.Include,
        Exclude = Exclude ?? basis.Exclude,
        MinSize = MinSize ?? basis.MinSize,
        MaxSize = MaxSize ?? basis.MaxSize,
        Residue = Residue ?? basis.Residue,
        KeepMetadata = KeepMetadata ?? basis.KeepMetadata,
    };

    /// <summary>The options of a run under this policy.</summary>
    internal ImageFileOptions Apply(ImageFileOptions options) => options with
    {
        Residue = Residue ?? options.Residue,
        Keep = [.. options.Keep.Union(KeepMetadata ?? [])],
    };
}
