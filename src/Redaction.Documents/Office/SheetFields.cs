namespace Redaction.Documents.Office;

/// <summary>The columns of sheets as fields: what of them is looked into, where the caller or the policy tells fields apart.</summary>
internal sealed class SheetFields(OfficeWork work)
{
    /// <summary>True when the column of a cell may decide what becomes of it.</summary>
    public bool AreAsked { get; } = !work.Job.Fields.IsEmpty || work.Job.Usage is not null and not { IsIdle: true }
        || work.Job.Redactor.Policy.Rules.Any(static r => r.Field is not null);

    /// <summary>True when a column is looked into.</summary>
    /// <param name="field">Its name.</param>
    /// <param name="amount">Bytes of the cell, which the account of the part has as searched.</param>
    public bool Includes(string field, int amount)
    {
        if (work.Job.Includes(field)) return true;
        work.Job.Account.AddSearched(-amount);
        work.Job.Account.AddExcluded(amount);
        return false;
    }
}
