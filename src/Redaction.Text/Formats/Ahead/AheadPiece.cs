namespace Redaction.Text;

/// <summary>A part of a document that can be prepared before its turn comes.</summary>
internal abstract class AheadPiece : IDisposable
{
    /// <summary>How far it is; belongs to the queue.</summary>
    public AheadState State { get; set; }

    /// <summary>Gives its memory back.</summary>
    public abstract void Dispose();
}
