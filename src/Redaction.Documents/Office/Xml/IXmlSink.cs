namespace Redaction.Documents.Office;

/// <summary>Takes in a part in XML token by token.</summary>
internal interface IXmlSink
{
    /// <summary>True when nothing that was begun depends on what stands before.</summary>
    bool CanCut { get; }

    /// <summary>True when all elements have ended.</summary>
    bool IsComplete { get; }

    /// <summary>Takes in a token.</summary>
    void Take(ReadOnlySpan<char> xml, in OfficeXmlToken token);

    /// <summary>All that was taken in can be worked on; it does not come again.</summary>
    void Flush(ReadOnlySpan<char> xml);
}
