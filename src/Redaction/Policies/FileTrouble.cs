namespace Redaction;

/// <summary>Why a file of the caller's could not be read, in words.</summary>
internal static class FileTrouble
{
    /// <summary>The words for what was thrown.</summary>
    public static string Of(Exception thrown) => thrown switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        UnauthorizedAccessException => "it is a folder, or may not be read",
        _ => thrown.GetType().Name,
    };
}
