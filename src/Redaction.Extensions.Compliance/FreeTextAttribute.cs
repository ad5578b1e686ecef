using Microsoft.Extensions.Compliance.Classification;

namespace Redaction.Extensions.Compliance;

/// <summary>Marks a value that is text in a person's own words, such as a note or a message, in which personal data may stand
/// anywhere. In logs and elsewhere only what is found in it is replaced, and the rest can be read.</summary>
[AttributeUsage(
    AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Class
    | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.ReturnValue | AttributeTargets.GenericParameter)]
public sealed class FreeTextAttribute : DataClassificationAttribute
{
    /// <summary>Classifies a value as <see cref="FreeText"/>.</summary>
    public FreeTextAttribute()
        : base(FreeText) { }

    /// <summary>The classification: <c>Redaction:FreeText</c>.</summary>
    public static DataClassification FreeText { get; } = new("Redaction", "FreeText");
}
