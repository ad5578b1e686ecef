namespace Redaction.Text;

/// <summary>
/// What was found once is found everywhere in the document: persons by full name, family name, given name, initials and account name;
/// organisations by full name, first distinctive word and capitals; accounts and numbers in any grouping; the name that an e-mail address
/// spells.
/// </summary>
/// <remarks>Linear: one pass over the text, whatever the number of names. Costs nothing where nothing was found.</remarks>
internal sealed class RepeatedMentions : IFindingRefiner<TextSource, TextSpan>
{
    private const float SureName = 0.6f, Mistaken = 0.5f;

    /// <inheritdoc/>
    public string Id => "repeated-mentions";

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (findings.Count == 0 || IsWhole(source.Text, findings.Items)) return;
        MentionTable? table = null;
        foreach (ref readonly var finding in findings.Items)
            if (finding.Score >= Scores.Acts) Gather(source.Text.Slice(finding.Region.Start, finding.Region.Length), in finding, ref table);
        if (table is null) return;
        if (!table.IsEmpty)
        {
            table.Vote(source.Text);
            Lower(source.Text, table, findings);
            table.Scan(source.Text, Id, findings);
        }
        table.Return();
    }

    /// <summary>One value that is all of the text, as in a field of a record.</summary>
    private static bool IsWhole(ReadOnlySpan<char> text, ReadOnlySpan<Finding<TextSpan>> findings) =>
        findings.Length == 1 && findings[0].Region.Length == text.Length;

    /// <summary>A lone word that was taken for a person at few of its many places was mistaken there.</summary>
    private static void Lower(ReadOnlySpan<char> text, MentionTable table, FindingSink<TextSpan> findings)
    {
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings.Items[i];
            if (finding.Type != EntityTypes.Person || finding.Score < SureName) continue;
            if (table.IsOutvoted(Folding.HashOf(text.Slice(finding.Region.Start, finding.Region.Length))))
                findings.SetScore(i, finding.Score * Mistaken);
        }
    }

    internal static void Gather(ReadOnlySpan<char> value, in Finding<TextSpan> finding, ref MentionTable? table)
    {
        if (finding.Type == EntityTypes.Person || finding.Type == EntityTypes.Organization)
        {
            if (finding.Score < SureName) return;
            table ??= MentionTable.Rent();
            if (finding.Type == EntityTypes.Person) NameForms.AddPerson(table, value, finding.Score);
            else NameForms.AddOrganization(table, value, finding.Score);
        }
        else if (finding.Type == UserName.Type && !value.ContainsAnyInRange('0', '9'))
        {
            if (finding.Score >= SureName) NameForms.AddAccount(table ??= MentionTable.Rent(), value, finding.Score);
        }
        else if (finding.Type == EntityTypes.Email)
        {
            NameForms.AddMailbox(table ??= MentionTable.Rent(), value, finding.Score);
        }
        else if (finding.Type != EntityTypes.Date && finding.Type != EntityTypes.Url && value.ContainsAnyInRange('0', '9'))
        {
            (table ??= MentionTable.Rent()).AddId(value, new(finding.Type, finding.Score));
        }
    }
}
