using System.Buffers;
using Xunit;

namespace Redaction.Text.Tests;

public class OperatorTests
{
    private static readonly byte[] s_root = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Theory]
    [InlineData("4111 1111-1111 1111", "**** ****-**** ****")]
    [InlineData("4111 1111-1111 1111", "**** ****-**** 1111", "keepLast", "4")]
    [InlineData("jane@example.com", "j###@#######.##m", "keepFirst", "1", "keepLast", "1", "character", "#")]
    [InlineData("a b", "***", "keepSeparators", "false")]
    [InlineData("ab", "**", "keepLast", "2")] // nothing would be masked, so everything is
    public void Mask_KeepsTheLength(string value, string expected, params string[] options)
    {
        var mask = new Mask().Configure(new(options.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1]))));

        Assert.Equal(expected, Write(mask, value));
    }

    [Theory]
    [InlineData("character", "a")] // a letter could be taken for the value
    [InlineData("keepLast", "-1")]
    [InlineData("keepLst", "1")]
    public void Mask_BadOption_NamesIt(string name, string value)
    {
        var failure = Assert.Throws<ArgumentException>(() => new Mask().Configure(new([KeyValuePair.Create(name, value)])));

        Assert.Contains(name, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hash_SameValueInOtherWriting_IsTheSame()
    {
        var hash = Operator("acme");

        Assert.Equal(Write(hash, "+49 30 901820"), Write(hash, "+49-30-901820"));
        Assert.Equal(Write(hash, "Jane@Example.com"), Write(hash, "jane@example.com"));
        Assert.NotEqual(Write(hash, "jane@example.com"), Write(hash, "jan@example.com"));
    }

    [Fact]
    public void Hash_OtherProjectTypeOrKey_IsUnlinkable()
    {
        string[] pseudonyms =
        [
            Write(Operator("acme"), "536221234")[6..], Write(Operator("apex"), "536221234")[6..],
            Write(Operator("acme"), "536221234", "phone")[6..],
            Write(new Hash(new RedactionKey(s_root.Reverse().ToArray()), "acme"), "536221234")[6..],
        ];

        Assert.Equal(pseudonyms.Length, pseudonyms.Distinct().Count());
    }

    [Fact]
    public void Hash_EqualsAnIndependentComputation()
    {
        // Computed with Python's hmac and an RFC 5869 HKDF over the key 00 01 … 1f, project acme, message "5:emailjane@example.com".
        Assert.Equal("[email:" + ExpectedHash + "]", Write(Operator("acme"), "jane@example.com"));
    }

    [Fact]
    public void LabelsAndHashes_AreNotFoundAgain()
    {
        var redactor = new TextRedactor(new("test", new PolicyRule("hash")), TextDetectors.All,
            TextOperators.WithKey(new RedactionKey(s_root), "acme"));
        for (var seed = 0; seed < 200; seed++)
        {
            var once = redactor.Redact(PlainTextTests.RandomText(new Random(seed), 400));

            // A value that stood against another may come free when that one goes; what was written is never found.
            var again = redactor.Plan(once).Items.Select(i => once.Substring(i.Finding.Region.Start, i.Finding.Region.Length));
            Assert.False(again.Any(static v => v.Contains('[', StringComparison.Ordinal) || v.Contains(']', StringComparison.Ordinal)),
                $"seed {seed}");
        }
    }

    [Fact]
    public void RedactionKey_FileThatOthersCanRead_IsRefused()
    {
        if (OperatingSystem.IsWindows()) return; // no such permissions there
        var path = Path.Combine(Directory.CreateTempSubdirectory("redaction-key").FullName, "root.key");
        var root = System.Security.Cryptography.SHA256.HashData(s_root); // a key that counts up is refused
        File.WriteAllBytes(path, root);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        Assert.Throws<ArgumentException>(() => RedactionKey.FromFile(path));

        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        using var key = RedactionKey.FromFile(path);
        Assert.Equal(new RedactionKey(root).Derive("hash", "acme"), key.Derive("hash", "acme"));
    }

    [Fact]
    public void RedactionKey_TooShort_IsRefused() => Assert.Throws<ArgumentException>(() => new RedactionKey(new byte[31]));

    private const string ExpectedHash = "PnBGGbrDhynyGpMq";

    private static Hash Operator(string project) => new(new RedactionKey(s_root), project);

    private static string Write(ITextOperator @operator, string value, string type = "email")
    {
        var output = new ArrayBufferWriter<char>();
        @operator.Write(value, new(new(new(type), new(0, value.Length), 1, "test"), 0, @operator.Id), output);
        return output.WrittenSpan.ToString();
    }
}
