namespace Redaction.Text;

/// <summary>A format that is JSON, whatever more it is: its fields can be left out before it is read.</summary>
internal interface IJsonFormat : IDocumentFormat
{
    /// <summary>True where each line is a JSON text.</summary>
    bool IsLines { get; }
}
