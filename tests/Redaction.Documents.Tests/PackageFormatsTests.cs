using Xunit;

namespace Redaction.Documents.Tests;

public sealed class PackageFormatsTests
{
    [Fact]
    public void Every_format_of_a_package_is_a_file_format() =>
        Assert.All(PackageFormats.All, static f => Assert.Contains(f, FileFormats.All));

    [Fact]
    public void No_two_formats_share_an_id()
    {
        var ids = FileFormats.All.Select(static f => f.Id).ToArray();
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
    }
}
