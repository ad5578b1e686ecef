namespace Redaction.Batch;

/// <summary>What manifests call what was done with a place that was not searched.</summary>
internal static class UnsearchedNames
{
    /// <summary>What was done with a place.</summary>
    public static string Of(UnsearchedChoice choice) => choice switch
    {
        UnsearchedChoice.Erase => "erased",
        UnsearchedChoice.Keep => "kept",
        _ => "refused",
    };
}
