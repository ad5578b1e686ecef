using Xunit;

namespace Redaction.Batch.Tests;

/// <summary>Tests that stop a run and look at what it left at once, run after the others: beside them it may not have ended in time.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class SerialTests
{
    public const string Name = "serial";
}
