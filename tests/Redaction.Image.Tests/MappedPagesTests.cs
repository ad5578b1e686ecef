using Redaction.Onnx;
using Xunit;

namespace Redaction.Image.Tests;

public sealed class MappedPagesTests
{
    public static TheoryData<string> Resources() =>
        [.. typeof(ImageModels).Assembly.GetManifestResourceNames().Where(static n => n.EndsWith(".onnx", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Resources))]
    public void LetGo_OfAResourceThatWasRead_LeavesItReadable(string resource)
    {
        using var stream = typeof(ImageModels).Assembly.GetManifestResourceStream(resource)!;
        byte[] before = new byte[stream.Length], after = new byte[stream.Length];
        stream.ReadExactly(before);

        MappedPages.LetGo(stream);

        stream.Position = 0;
        stream.ReadExactly(after);
        Assert.Equal(before, after);
    }

    [Fact]
    public void LetGo_OfAStreamThatIsNotMapped_LeavesItsPlace()
    {
        using var stream = new MemoryStream([1, 2, 3]) { Position = 2 };

        MappedPages.LetGo(stream);

        Assert.Equal(2, stream.Position);
    }
}
