namespace Redaction.Text;

/// <summary>Works on records one by one, so that a bad one does not take the others with it, where the job asks for that.</summary>
internal sealed class RecordGuard(DocumentJob job)
{
    /// <summary>What the ledger calls a record that was left out.</summary>
    public const string Kind = "bad-record";

    private RedactionException? _first;
    private bool _hasGood;

    /// <summary>Runs the work on one record.</summary>
    /// <param name="line">Its number.</param>
    /// <param name="length">Its size, in the unit of the ledger.</param>
    /// <param name="work">Writes nothing to the output itself.</param>
    /// <returns>False when the record is to be left out.</returns>
    public bool Try(long line, long length, Action work)
    {
        var mark = job.Account.Mark();
        try
        {
            work();
            if (job.Account.Refused > mark.Refused)
                throw new RedactionException(
                    ErrorCodes.Unsearched, "record", "A part of the record is nothing that any reader understands.");
            return _hasGood = true;
        }
        catch (RedactionException e)
        {
            job.Account.Return(mark);
            LeaveOut(line, length, e);
            return false;
        }
    }

    /// <summary>Leaves out a record that cannot even be read.</summary>
    public void LeaveOut(long line, long length, RedactionException failure)
    {
        job.Account.AddUnsearched(new(Kind, length, UnsearchedChoice.Erase) { Line = line });
        job.Observer.OnRecordRefused(line, failure);
        _first ??= failure;
    }

    /// <summary>Ends the document: one without a good record is refused as a whole.</summary>
    public void End()
    {
        if (_first is not null && !_hasGood) throw _first;
    }
}
