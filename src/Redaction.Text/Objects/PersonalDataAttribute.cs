namespace Redaction.Text;

/// <summary>Says what the value of a property is: all of it is a finding of that type, whatever it looks like. Properties without it are
/// searched like any text.</summary>
/// <param name="entity">The type, such as <c>phone</c>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class PersonalDataAttribute(string entity) : Attribute
{
    /// <summary>The type, such as <c>phone</c>.</summary>
    public string Entity { get; } = entity;
}
