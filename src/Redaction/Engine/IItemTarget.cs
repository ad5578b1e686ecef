namespace Redaction;

/// <summary>One output while it is written; disposing of it before its release leaves nothing.</summary>
internal interface IItemTarget : IDisposable
{
    Stream Stream { get; }

    /// <summary>Ends the writing and tells what was written.</summary>
    FileDigest Finish();

    /// <summary>Puts the output in its place.</summary>
    void Release();
}
