namespace Redaction.Governance;

/// <summary>The forms under which an identifier of a person may be kept.</summary>
internal static class IdentifierSearch
{
    /// <summary>All forms: its own, those of its parts, of telephone numbers with and without the code of a country, of names in other
    /// spellings.</summary>
    public static IReadOnlyCollection<string> Forms(EntityType type, string value)
    {
        var forms = new HashSet<string>(StringComparer.Ordinal) { IdentifierForm.Of(value) };
        forms.UnionWith(IdentifierParts.Of(EntityTypes.Person.Name, value));
        var text = IdentifierForm.Normalised(value);
        if (IdentifierForm.IsNumber(text) && (IsPhone(type) || text.StartsWith('+'))) forms.UnionWith(DigitForm.OfPhone(text));
        if (IdentifierForm.IsName(text))
            foreach (var spelling in NameForm.Spellings(text)) forms.Add(NameForm.Of(spelling));
        forms.Remove("");
        return forms;
    }

    private static bool IsPhone(EntityType type) =>
        type == EntityTypes.Phone || type.Name.EndsWith("phone", StringComparison.Ordinal)
        || type.Name.EndsWith("fax", StringComparison.Ordinal);
}
