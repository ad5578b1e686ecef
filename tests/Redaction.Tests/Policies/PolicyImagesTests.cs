using Redaction.Image;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Tests;

public sealed class PolicyImagesTests
{
    [Theory]
    [InlineData("images: { includes: [] }", 10, "did you mean 'include'")]
    [InlineData("images: { include: [[0, 0, 1]] }", 21, "four numbers")]
    [InlineData("images: { exclude: [[0, 0, 0, 1]] }", 21, "four numbers")]
    [InlineData("images: { minSize: 0 }", 20, "a number from 1")]
    [InlineData("images: { maxSize: { fase: 9 } }", 27, "did you mean 'face'")]
    [InlineData("images: { residue: maybe }", 20, "valid: fail, mask, off")]
    [InlineData("images: { keepMetadata: [gps] }", 26, "valid: icc")]
    [InlineData("video: { sound: keep }", 10, "valid: audio, every, memory")]
    [InlineData("video: { audio: mute }", 17, "valid: drop, keep")]
    [InlineData("video: { every: 0 }", 17, "a number from 1")]
    public void Parse_Mistake_IsToldWithTheRightChoice(string images, long column, string problem)
    {
        var failure = Assert.Throws<PolicyException>(() => PolicyFile.Parse("id: a\nextends: default\n" + images));

        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
        Assert.Equal(3, failure.Line);
        Assert.InRange(failure.Column!.Value, column - 1, column + 1);
    }

    [Fact]
    public void Load_PathOfAnImage_IsFromThePolicysFolder()
    {
        using var folder = new TemporaryFolder();
        folder.Write("rules/tile.png",
            Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="));
        var policy = folder.Write("rules/a.yaml",
            "id: a\nextends: default\nrules:\n  - entity: face\n    medium: image\n    operator: replace\n    with: { image: tile.png }\n");

        var loaded = PolicyFile.Load(policy);

        Assert.Equal(folder.PathOf("rules/tile.png"), loaded.Policy.Rules[0].With.Text("image", ""));
        Assert.Equal(7,
            Assert.Throws<PolicyException>(
                () => PolicyFile.Load(
                    folder.Write("b.yaml",
                        "id: b\nextends: default\nrules:\n  - entity: face\n    medium: image\n    operator: replace\n    "
                        + "with: { image: tile.png }\n"))).Line);
    }

    [Fact]
    public void Write_SectionsForImagesAndVideo_AreReadBack()
    {
        var loaded = PolicyFile.Parse("""
            id: street
            extends: default
            images: { include: [[0, 0, 1, 0.5]], minSize: 12, maxSize: { face: 900 }, residue: mask, keepMetadata: [icc] }
            video: { audio: keep, every: 3, memory: 0.5 }
            """);
        using var json = new MemoryStream();
        using (var writer = new System.Text.Json.Utf8JsonWriter(json)) PolicyJson.Write(writer, loaded);

        var again = PolicyFile.Parse(System.Text.Encoding.UTF8.GetString(json.ToArray()));

        Assert.Equal(loaded.Video, again.Video);
        Assert.Equal(PolicySettingsJson.Read(loaded).ToArray(), PolicySettingsJson.Read(again).ToArray());
        Assert.Equal(8, PolicySettingsJson.Read(again).Count());
        Assert.Equal(ResidueCheck.Mask, again.Images.Residue);
    }

    [Fact]
    public void Parse_EveryKey_IsRead()
    {
        var images = PolicyFile.Parse("""
            id: street
            extends: default
            images:
              include: [[0, 0, 1, 0.8]]
              exclude: [[0, 900, 400, 60], [0.5, 0.5, 0.1, 0.1]]
              minSize: { face: 12, license-plate: 8 }
              maxSize: 900
              residue: mask
              keepMetadata: icc
            """).Images;

        Assert.Equal(new ScopeBox(0, 0, 1, 0.8), Assert.Single(images.Scope.Include));
        Assert.Equal(2, images.Scope.Exclude.Length);
        Assert.Equal(
            [new SizeLimit(new("face"), Min: 12), new(new("license-plate"), Min: 8), new(new("face"), Max: 900),
                new(new("license-plate"), Max: 900)], images.Scope.Sizes.ToArray());
        Assert.Equal(ResidueCheck.Mask, images.Residue);
        Assert.Equal(["icc"], images.KeepMetadata!.Value.ToArray());
    }

    [Fact]
    public void Parse_OptionsThatNeedEachOther_AreReadTogether()
    {
        var policy = PolicyFile.Parse(
            "id: a\nrules:\n  - medium: image\n    operator: fill\n    with: { shape: rotated, angle: 20, feather: 6 "
            + "}\n  - operator: erase\n").Policy;

        Assert.Equal(3, policy.Rules[0].With.Count);
    }
}
