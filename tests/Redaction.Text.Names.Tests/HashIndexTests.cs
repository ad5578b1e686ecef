using Xunit;

namespace Redaction.Text.Names.Tests;

public class HashIndexTests
{
    [Fact]
    public void Find_OfEveryHashAndItsNeighbours_TellsWhichAreThere()
    {
        var random = new Random(20240229);
        ulong[] hashes = [0, 1, .. Enumerable.Range(0, 5000).Select(_ => (ulong)random.NextInt64()), ulong.MaxValue - 1, ulong.MaxValue];
        hashes = [.. hashes.Distinct().Order()];
        var index = new HashIndex(hashes);

        for (var i = 0; i < hashes.Length; i++)
        {
            Assert.Equal(i, index.Find(hashes[i]));
            Assert.Equal(Array.IndexOf(hashes, hashes[i] ^ 2), index.Find(hashes[i] ^ 2));
        }
    }

    [Fact]
    public void Find_InNothing_FindsNothing() => Assert.Equal(-1, new HashIndex([]).Find(42));
}
