using Xunit;

namespace Redaction.Governance.Tests;

/// <summary>Tests that keep a processor busy, run after the others: beside them measured times and exact allocations would not
/// hold.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class SerialTests
{
    public const string Name = "serial";
}
