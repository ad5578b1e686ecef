namespace Redaction.Documents.Pdf;

/// <summary>Ends the account of a file: what stands in it beside its streams.</summary>
internal static class PdfAccount
{
    /// <param name="file">The file.</param>
    /// <param name="written">Numbers of the objects that were written.</param>
    /// <param name="length">Bytes of the file.</param>
    /// <param name="account">The account.</param>
    public static void Finish(PdfFile file, IReadOnlyCollection<int> written, long length, SearchLedger account)
    {
        var known = written.ToHashSet();
        long lost = 0;
        foreach (var number in file.Numbers)
            if (!known.Contains(number) && file.Get(number) is PdfStream stream
                && file.Name(stream.Dictionary["Type"]) is not ("XRef" or "ObjStm"))
                lost += stream.Data.Length;
        // Parts of it that were looked through as content of pages are counted there.
        var left = length - account.Total;
        lost = Math.Clamp(lost, 0, Math.Max(left, 0));
        if (lost > 0) account.AddUnsearched(new("unreachable", lost, UnsearchedChoice.Erase));
        account.AddSearched(left - lost);
    }
}
