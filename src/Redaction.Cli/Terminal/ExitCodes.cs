namespace Redaction.Cli;

/// <summary>Exit statuses; scripts rely on them.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Unexpected = 1;
    public const int Usage = 2;
    public const int Quarantined = 3;
    public const int PolicyInvalid = 4;
    public const int NotIntact = 5;
    public const int Interrupted = 130;
    public const int Terminated = 143;
}
