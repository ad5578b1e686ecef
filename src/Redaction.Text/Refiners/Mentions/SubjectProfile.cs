namespace Redaction.Text;

/// <summary>Finds a person whom the caller knows: the one that the record is about.</summary>
/// <remarks>Names are found in every form that <see cref="RepeatedMentions"/> knows and in lower case too,
/// except that a name which is an everyday word ("will") counts only where it is capitalised. Identifiers are found in any grouping.
/// Immutable and thread-safe.</remarks>
internal sealed class SubjectProfile : IFindingRefiner<TextSource, TextSpan>
{
    private readonly MentionTable _table = new();

    /// <summary>Makes a profile.</summary>
    /// <param name="names">Names of the person, such as <c>Jane Example</c>; reported as <see cref="EntityTypes.Person"/>.</param>
    /// <param name="ids">Numbers and codes of the person, of five or more letters and digits, a digit among them;
    /// reported as <see cref="EntityTypes.Term"/>.</param>
    /// <exception cref="ArgumentException">There is neither a name nor an id, or one of them holds nothing that can be found.</exception>
    public SubjectProfile(IEnumerable<string> names, params IEnumerable<string> ids)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(ids);
        foreach (var name in names)
        {
            if (!name.Any(char.IsLetter)) throw new ArgumentException("A name must hold a letter.");
            NameForms.AddPerson(_table, name, 1f, known: true);
        }
        foreach (var id in ids)
        {
            if (id.Count(char.IsLetterOrDigit) is < 5 or > 48 || !id.Any(char.IsDigit))
                throw new ArgumentException("An id must hold 5 to 48 letters and digits, a digit among them.");
            _table.AddId(id, new(EntityTypes.Term, 1f));
        }
        if (_table.IsEmpty) throw new ArgumentException("Give at least one name or id.");
    }

    /// <inheritdoc/>
    public string Id => "subject-profile";

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        _table.Scan(source.Text, Id, findings);
    }
}
