namespace Redaction.Documents.Office;

/// <summary>Writes a part in XML with its edits.</summary>
internal static class PartRewriter
{
    /// <summary>Writes the part; nothing while plans are gathered.</summary>
    /// <exception cref="RedactionException">The part breaks the rules of XML, or something in it is too large.</exception>
    public static void Redact(OfficeWork work, OfficePart part, CountedStream input, Stream output)
    {
        var encoding = XmlPump.EncodingOf(input.Peek(160));
        using var writer = new StreamWriter(work.Plans.IsGathering ? Stream.Null : output, encoding, 1 << 16, leaveOpen: true);
        var account = new PartAccount(work, part, encoding);
        var reading = new PartReading(work, part, account, writer);
        try
        {
            XmlPump.Run(input, encoding, reading, work.Job.Cancellation);
        }
        finally
        {
            reading.Clear();
        }
        account.End(input.Count);
    }
}
