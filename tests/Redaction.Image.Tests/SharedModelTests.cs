using Redaction.Onnx;
using Xunit;

namespace Redaction.Image.Tests;

public sealed class SharedModelTests
{
    private readonly List<Model> _made = [];

    [Fact]
    public void Share_OfSeveralUsers_LoadsOnceAndUnloadsWithTheLast()
    {
        var shared = new SharedModel<Model>(Make);
        var (first, second, idle) = (shared.Of(null), shared.Of(new OnnxOptions()), shared.Of(null));
        Assert.Empty(_made);

        Assert.Same(first.Value, second.Value);
        Assert.Single(_made);
        idle.Dispose();
        first.Dispose();
        first.Dispose();
        Assert.False(_made[0].IsDisposed);
        second.Dispose();

        Assert.True(_made[0].IsDisposed);
        Assert.Equal(0, shared.Loaded);
    }

    [Fact]
    public void Share_AfterTheLastUserIsDone_LoadsAnew()
    {
        var shared = new SharedModel<Model>(Make);
        for (var i = 0; i < 2; i++)
        {
            using var share = shared.Of(null);
            Assert.False(share.Value.IsDisposed);
        }
        Assert.Equal(2, _made.Count);
    }

    [Fact]
    public void Share_OfModelsThatRunDifferently_LoadsEach()
    {
        var shared = new SharedModel<Model>(Make);
        using var one = shared.Of(null);
        using var two = shared.Of(new OnnxOptions { IntraOpThreads = 2 });

        Assert.NotSame(one.Value, two.Value);
        Assert.Equal(2, shared.Loaded);
    }

    [Fact]
    public void Share_TakenByManyThreadsAtOnce_LoadsOnce()
    {
        var shared = new SharedModel<Model>(Make);
        var shares = Enumerable.Range(0, 16).Select(_ => shared.Of(null)).ToArray();
        Parallel.ForEach(shares, static s => Assert.NotNull(s.Value));
        Parallel.ForEach(shares, static s => s.Dispose());

        Assert.True(Assert.Single(_made).IsDisposed);
    }

    private Model Make(OnnxOptions options)
    {
        var model = new Model();
        _made.Add(model);
        return model;
    }

    private sealed class Model : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
