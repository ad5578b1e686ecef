using System.Text;

namespace Redaction.Documents.Office;

/// <summary>The account of one part, in bytes: what is not told is structure.</summary>
internal sealed class PartAccount(OfficeWork work, OfficePart part, Encoding encoding)
{
    private long _searched;
    private long _unsearched;

    /// <summary>Bytes that a stretch of the part takes.</summary>
    public int BytesOf(ReadOnlySpan<char> xml) => encoding.GetByteCount(xml);

    /// <summary>Counts what is looked at.</summary>
    public void AddSearched(ReadOnlySpan<char> xml) => _searched += BytesOf(xml);

    /// <summary>Counts what is taken out unseen.</summary>
    public void AddErased(string kind, long bytes)
    {
        _unsearched += bytes;
        if (!work.Plans.IsGathering) work.Job.Account.AddUnsearched(new(kind, bytes, UnsearchedChoice.Erase) { Path = part.NewName });
    }

    /// <summary>Takes data that no text is, such as a picture in base64; true when there is any and nothing else is to be done.</summary>
    public bool TakeOpaque(ReadOnlySpan<char> raw, TextSpan place, EditableText text)
    {
        if (OpaqueData.Find(raw, 0).Length == 0) return false;
        if (work.Plans.IsGathering) return true;
        var (ledger, bytes) = (work.Job.Account, BytesOf(raw));
        _unsearched += bytes;
        ledger.AddUnsearched(new(OpaqueData.Kind, bytes, ledger.Choice) { Path = part.NewName });
        if (ledger.Choice == UnsearchedChoice.Erase) text.Replace(place, "");
        return true;
    }

    /// <summary>Ends the account of the part.</summary>
    /// <param name="bytes">Its size.</param>
    public void End(long bytes)
    {
        if (work.Plans.IsGathering) return;
        work.Job.Account.AddSearched(_searched);
        work.Job.Account.AddStructure(bytes - _searched - _unsearched);
    }
}
