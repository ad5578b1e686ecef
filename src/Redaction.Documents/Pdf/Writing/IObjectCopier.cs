namespace Redaction.Documents.Pdf;

/// <summary>Copies objects without what the policy takes out of their strings and names.</summary>
internal interface IObjectCopier
{
    /// <summary>The same object where nothing goes.</summary>
    PdfObject Copy(PdfObject value);

    /// <summary>A name as it is written.</summary>
    string Name(string name);
}
