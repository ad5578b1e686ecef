using System.Collections.Immutable;

namespace Redaction;

/// <summary>Identity of a detector.</summary>
/// <param name="Id">Lower-case dotted id, stable for ever, such as <c>de.tax-id</c>.</param>
/// <param name="Types">The entity types it can report.</param>
public sealed record DetectorInfo(string Id, ImmutableArray<EntityType> Types)
{
    /// <summary>Describes a detector that reports one type.</summary>
    public DetectorInfo(string id, EntityType type) : this(id, [type]) { }

    /// <summary>Country or language the detector belongs to, such as <c>de</c>.</summary>
    /// <value>Null: it is not bound to one.</value>
    public string? Locale { get; init; }

    /// <summary>Version of the rules or the model behind the detector.</summary>
    /// <value>"1".</value>
    public string Version { get; init; } = "1";

    /// <summary>True for detectors whose values tell what they are by their own form or check digit, without words around them:
    /// they alone look at names of things (keys, columns, tags).</summary>
    internal bool IsSelfEvident { get; init; }

    /// <summary>True when a part of a language tag, such as <c>de</c> or <c>en-GB</c>, names the country of the detector.</summary>
    public bool BelongsTo(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        foreach (var part in tag.AsSpan().Split('-'))
            if (tag.AsSpan()[part].Equals(Locale, StringComparison.OrdinalIgnoreCase) || IsBritain(tag.AsSpan()[part])) return true;
        return false;
    }

    /// <summary>True for <c>gb</c> where the locale is <c>uk</c>, the id that is used for it.</summary>
    private bool IsBritain(ReadOnlySpan<char> part) => Locale == "uk" && part.Equals("gb", StringComparison.OrdinalIgnoreCase);
}
