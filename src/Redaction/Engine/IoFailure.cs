namespace Redaction;

/// <summary>Gives failures of the file system their codes. Their messages hold paths, so only their types are kept.</summary>
internal static class IoFailure
{
    private const int NoSpaceOnUnix = 28;
    private const int QuotaOnLinux = 122;
    private const int DiskFullOnWindows = unchecked((int)0x80070070);
    private const int HandleDiskFullOnWindows = unchecked((int)0x80070027);

    public static RedactionException OnWrite(Exception e) => IsDiskFull(e)
        ? new(ErrorCodes.DiskFull, "output", "Free some space and run again.", e.GetType())
        : new(ErrorCodes.Unwritable, "output", cause: e.GetType());

    public static RedactionException OnRead(Exception e) => IsDiskFull(e)
        ? OnWrite(e)
        : new(ErrorCodes.Unreadable, "input", cause: e.GetType());

    private static bool IsDiskFull(Exception e) =>
        e is IOException && e.HResult is NoSpaceOnUnix or QuotaOnLinux or DiskFullOnWindows or HandleDiskFullOnWindows;
}
