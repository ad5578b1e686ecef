using Xunit;

namespace Redaction.Image.Tests;

public sealed class PixelMemoryTests
{
    private const int Size = 100_000;

    [Fact]
    public void Rent_AfterReturnOfTheSameSize_GivesThatArrayCleared()
    {
        var memory = new PixelMemory();
        var first = memory.Rent(Size);
        first.AsSpan().Fill(7);
        memory.Return(first);

        var second = memory.Rent(Size);

        Assert.Same(first, second);
        Assert.DoesNotContain((byte)7, second);
    }

    [Fact]
    public void Rent_OfAnotherSize_GivesJustThatManyBytes()
    {
        var memory = new PixelMemory();
        memory.Return(memory.Rent(Size));

        Assert.Equal(Size - 1, memory.Rent(Size - 1).Length);
    }

    [Fact]
    public void Return_Twice_GivesTheArrayOnce()
    {
        var memory = new PixelMemory();
        var first = memory.Rent(Size);
        memory.Return(first);
        memory.Return(first);

        Assert.NotSame(memory.Rent(Size), memory.Rent(Size));
    }
}
