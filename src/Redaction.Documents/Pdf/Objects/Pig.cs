namespace Redaction.Documents.Pdf;

/// <summary>Calls into the library that reads fonts and facsimiles: what it throws at broken data never leaves.</summary>
internal static class Pig
{
    /// <summary>Returns false where the library gave up.</summary>
    public static bool Try<T>(Func<T> call, out T? result)
    {
        try
        {
            result = call();
            return true;
        }
        catch (Exception e) when (e is not (OutOfMemoryException or RedactionException or OperationCanceledException))
        {
            result = default;
            return false;
        }
    }
}
