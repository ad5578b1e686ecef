using Xunit;

namespace Redaction.Image.Tests;

public sealed class FloatPoolTests
{
    private const int Large = 100_000;

    [Fact]
    public void Rent_AfterReturnOnAnotherThread_GivesTheSameArray()
    {
        var pool = new FloatPool();
        var first = pool.Rent(Large);
        var thread = new Thread(() => pool.Return(first));
        thread.Start();
        thread.Join();

        Assert.Same(first, pool.Rent(Large - 1000));
    }

    [Fact]
    public void Rent_OfManyFree_TakesTheSmallestThatFits()
    {
        var pool = new FloatPool();
        float[] large = pool.Rent(3 * Large), middle = pool.Rent(2 * Large), small = pool.Rent(Large);
        foreach (var array in new[] { large, small, middle }) pool.Return(array);

        Assert.Same(middle, pool.Rent(Large + 1));
    }

    [Fact]
    public void Rent_OfTheFreeOnesMuchTooLarge_KeepsThemForLargerUse()
    {
        var pool = new FloatPool();
        pool.Return(pool.Rent(100 * Large));

        Assert.Equal(Large, pool.Rent(Large).Length);
    }

    [Fact]
    public void Return_OfSizesThatNoLongerCome_LetsThemGo()
    {
        var pool = new FloatPool();
        pool.Return(pool.Rent(100 * Large));
        for (var i = 0; i < 1000; i++) pool.Return(pool.Rent(Large));

        Assert.Equal(Large, pool.Kept);
    }
}
