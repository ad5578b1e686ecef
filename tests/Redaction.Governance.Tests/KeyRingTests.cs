using System.Security.Cryptography;
using System.Text;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Governance.Tests;

public sealed class KeyRingTests : IDisposable
{
    private static readonly byte[] s_random = SHA256.HashData("a test"u8);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Rotate_KeepsTheOldVersion_UntilItIsDestroyed()
    {
        var path = _folder.PathOf("project.key");
        using (var ring = KeyRing.Create(path))
        {
            var first = Derived(ring.Read());
            ring.Rotate();
            Assert.Equal(2, ring.Active);
            Assert.NotEqual(first, Derived(ring.Read()));
            Assert.Equal(first, Derived(ring.Key(1)));
        }
        using var reopened = KeyRing.Open(path);
        reopened.Destroy(1);
        using var after = KeyRing.Open(path);

        Assert.Equal(["destroyed", "active"], after.Versions.Select(v => v.State));
        Assert.Equal(ErrorCodes.NoKey, Assert.Throws<RedactionException>(() => after.Key(1)).Code);
        Assert.Throws<ArgumentException>(() => after.Destroy(2));
    }

    [Fact]
    public void Open_FileOfOthers_IsRefused()
    {
        if (OperatingSystem.IsWindows()) return; // no such permissions there
        var path = _folder.PathOf("project.key");
        KeyRing.Create(path).Dispose();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));

        foreach (var mode in new[] { UnixFileMode.GroupRead, UnixFileMode.OtherRead, UnixFileMode.OtherWrite })
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | mode);
            Assert.Throws<ArgumentException>(() => KeyRing.Open(path));
        }
    }

    [Fact]
    public void ReadKey_RingAndBareKey_AreBothRead()
    {
        var (ring, bare) = (_folder.PathOf("ring.key"), _folder.PathOf("bare.key"));
        using (var made = KeyRing.Create(ring))
        using (var read = KeyRing.ReadKey(ring)) Assert.Equal(Derived(made.Read()), Derived(read));
        File.WriteAllBytes(bare, s_random);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(bare, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        Assert.Equal(Derived(new RedactionKey(s_random)), Derived(KeyRing.ReadKey(bare)));
        Assert.Throws<ArgumentException>(() => KeyRing.Open(bare));
    }

    public static TheoryData<string, byte[]> Weak() => new()
    {
        { "zeros", new byte[32] },
        { "zeros in Base64", Text(Convert.ToBase64String(new byte[32])) },
        { "zeros in hex", Text(new string('0', 64)) },
        { "one byte", [.. Enumerable.Repeat((byte)0xA7, 48)] },
        { "repeated bytes", [.. Enumerable.Range(0, 40).Select(static i => (byte)(17 * (i % 8) + 3))] },
        { "counting", [.. Enumerable.Range(0, 32).Select(static i => (byte)i)] },
        { "counting in hex", Text(Convert.ToHexString([.. Enumerable.Range(7, 32).Select(static i => (byte)i)])) },
        { "few bytes", [.. Enumerable.Range(0, 64).Select(static i => (byte)(i * i * i % 11 % 5 * 40))] },
        { "pass phrase", Text("correct horse battery staple, and then some more") },
        { "pass phrase in words of Base64", Text("correcthorsebatterystaplecorrecthorsebattery") },
        { "pass phrase in capitals", Text("CORRECTHORSEBATTERYSTAPLECORRECTHORSEBATTERY") },
        { "pass phrase with capitals", Text("CorrectHorseBatteryStapleAndThenSomeMore2030") },
        { "pass phrase, encoded", Text(Convert.ToBase64String(Text("et langt norsk passord på ærlig talt flere ord"))) },
        { "pass phrase in hex", Text(Convert.ToHexString(Text("a rather long sentence that I can remember"))) },
    };

    [Theory]
    [MemberData(nameof(Weak))]
    public void ReadKey_WhatCanBeGuessed_IsRefusedWithWhatToDo(string what, byte[] content)
    {
        var path = _folder.PathOf("weak.key");
        File.WriteAllBytes(path, content);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        var refusal = Assert.Throws<ArgumentException>(() => KeyRing.ReadKey(path));

        Assert.True(refusal.Message.Contains("redact keys create", StringComparison.Ordinal), what);
    }

    [Fact]
    public void ReadKey_RandomKeys_AreAllTaken()
    {
        var path = _folder.PathOf("random.key");
        var random = new Random(11);
        for (var i = 0; i < 300; i++)
        {
            var key = new byte[32 + random.Next(33)];
            random.NextBytes(key);
            byte[] content = (i % 3) switch
            {
                0 => key,
                1 => Text(Convert.ToBase64String(key) + "\n"),
                _ => Text(Convert.ToHexStringLower(key)),
            };
            File.WriteAllBytes(path, content);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);

            KeyRing.ReadKey(path).Dispose();
        }
    }

    [Fact]
    public void Open_FolderOfOthers_IsRefused()
    {
        if (OperatingSystem.IsWindows()) return; // no such permissions there
        var folder = Directory.CreateDirectory(_folder.PathOf("open/keys")).FullName;
        var path = Path.Combine(folder, "project.key");
        KeyRing.Create(path).Dispose();
        // The temporary folder itself lets nobody else in, so that nothing below it can be reached.
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111);
        KeyRing.Open(path).Dispose();
        File.SetUnixFileMode(_folder.Root, (UnixFileMode)0b111_101_101);

        Assert.Contains("chmod go-w", Assert.Throws<ArgumentException>(() => KeyRing.Open(path)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => KeyRing.Create(Path.Combine(folder, "other.key")));
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        KeyRing.Open(path).Dispose();
        File.SetUnixFileMode(_folder.PathOf("open"), (UnixFileMode)0b111_111_111);
        Assert.Throws<ArgumentException>(() => KeyRing.ReadKey(path));
    }

    [Fact]
    public void EnvironmentKeySource_ReadsBase64()
    {
        Environment.SetEnvironmentVariable("REDACTION_TEST_ROOT", Convert.ToBase64String(s_random));

        Assert.Equal(Derived(new RedactionKey(s_random)), Derived(new EnvironmentKeySource("REDACTION_TEST_ROOT").Read()));
        Assert.Throws<RedactionException>(() => new EnvironmentKeySource("REDACTION_TEST_UNSET").Read());
        Assert.Equal(Derived(new RedactionKey(s_random)), Derived(KeyRing.ReadKey("env:REDACTION_TEST_ROOT")));
        Assert.Equal(ErrorCodes.NoKey, Assert.Throws<RedactionException>(() => KeyRing.ReadKey("env:REDACTION_TEST_UNSET")).Code);
    }

    // RFC 5869, A.1; RFC 4231, 4.2; RFC 5649, 6; test case 4 of the GCM specification: the primitives that everything here stands on.
    [Fact]
    public void Primitives_PublishedVectors_AreEqual()
    {
        var okm = HKDF.DeriveKey(HashAlgorithmName.SHA256, Hex("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"), 42,
            Hex("000102030405060708090a0b0c"), Hex("f0f1f2f3f4f5f6f7f8f9"));
        Assert.Equal("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865", Convert.ToHexStringLower(okm));

        var mac = HMACSHA256.HashData(Hex("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"), Encoding.ASCII.GetBytes("Hi There"));
        Assert.Equal("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7", Convert.ToHexStringLower(mac));

        using var aes = Aes.Create();
        aes.SetKey(Hex("5840df6e29b02af1ab493b705bf16ea1ae8338f4dcc176a8"));
        Assert.Equal("138bdeaa9b8fa7fc61f97742e72248ee5ae6ae5360d1ae6a5f54f373fa543b6a",
            Convert.ToHexStringLower(aes.EncryptKeyWrapPadded(Hex("c37b7e6492584340bed12207808941155068f738"))));
        Assert.Equal("afbeb0f07dfbf5419200f2ccb50bb24f", Convert.ToHexStringLower(aes.EncryptKeyWrapPadded(Hex("466f7250617369"))));

        using var gcm = new AesGcm(Hex("feffe9928665731c6d6a8f9467308308"), 16);
        var plain = Hex(
            "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
        var (encrypted, tag) = (new byte[plain.Length], new byte[16]);
        gcm.Encrypt(Hex("cafebabefacedbaddecaf888"), plain, encrypted, tag, Hex("feedfacedeadbeeffeedfacedeadbeefabaddad2"));
        Assert.Equal(
            "42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac973d58e091",
            Convert.ToHexStringLower(encrypted));
        Assert.Equal("5bc94fbc3221a5db94fae95ae7121a47", Convert.ToHexStringLower(tag));
    }

    [Fact] // RFC 5649, 6, and the framework's own wrapping of keys of every length
    public void KeyWrap_WhatWasWrapped_IsTheKey()
    {
        Assert.Equal(Hex("c37b7e6492584340bed12207808941155068f738"),
            KeyWrap.Open(Hex("5840df6e29b02af1ab493b705bf16ea1ae8338f4dcc176a8"),
                Hex("138bdeaa9b8fa7fc61f97742e72248ee5ae6ae5360d1ae6a5f54f373fa543b6a")));
        Assert.Equal(Hex("466f7250617369"),
            KeyWrap.Open(Hex("5840df6e29b02af1ab493b705bf16ea1ae8338f4dcc176a8"), Hex("afbeb0f07dfbf5419200f2ccb50bb24f")));
        var random = new Random(5);
        for (var length = 1; length <= 80; length++)
        {
            var (under, key) = (new byte[32], new byte[length]);
            random.NextBytes(under);
            random.NextBytes(key);
            using var aes = Aes.Create();
            aes.SetKey(under);
            var wrapped = aes.EncryptKeyWrapPadded(key);

            Assert.Equal(wrapped, KeyWrap.Seal(under, key));
            Assert.Equal(key, KeyWrap.Open(under, wrapped));
            wrapped[random.Next(wrapped.Length)] ^= (byte)(1 << random.Next(8));
            Assert.Throws<CryptographicException>(() => KeyWrap.Open(under, wrapped));
            Assert.Throws<CryptographicException>(() => KeyWrap.Open(under, wrapped.AsSpan(0, wrapped.Length - 1)));
        }
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Hex(string hex) => Convert.FromHexString(hex);

    private static string Derived(RedactionKey key) => Convert.ToHexString(key.Derive("test", "acme"));
}
