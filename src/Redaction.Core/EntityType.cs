namespace Redaction;

/// <summary>The kind of a finding, such as <c>email</c> or <c>de.tax-id</c>. The set is open:
/// any lower-case dotted name is a type.</summary>
/// <param name="Name">Lower-case, hyphenated, with a country prefix where the type belongs to one country.</param>
public readonly record struct EntityType(string Name)
{
    /// <summary>Returns <see cref="Name"/>.</summary>
    public override string ToString() => Name;
}
