using System.Text;
using Redaction.Documents.Office;
using Xunit;

namespace Redaction.Documents.Tests.Office;

/// <summary>Documents that are encrypted with a password.</summary>
public sealed class LockedOfficeTests
{
    private const string Password = "tall grass 7";

    public static TheoryData<string, bool> Kinds => new()
    {
        { "docx", true }, { "docx", false }, { "xlsx", true }, { "xlsx", false }, { "pptx", true }, { "pptx", false },
    };

    [Theory, MemberData(nameof(Kinds))]
    public void Open_WithThePassword_GivesThePackage(string kind, bool isAgile)
    {
        var package = PlantedOffice.Of(kind).Pack();
        var locked = Lock(package, Password, isAgile);

        var opened = LockedDocument.Open(new MemoryStream(locked), ["another", Password], default);

        Assert.Equal(package, opened);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Open_WithoutThePassword_IsRefusedWithWhatToDo(bool isAgile)
    {
        var locked = Lock(PlantedOffice.Of("docx").Pack(), Password, isAgile);

        var none = Assert.Throws<RedactionException>(() => OfficeTestBed.Redact("docx", locked));
        var wrong = Assert.Throws<RedactionException>(() => LockedDocument.Open(new MemoryStream(locked), ["tall grass"], default));

        Assert.Equal((ErrorCodes.Unreadable, ErrorCodes.Unreadable), (none.Code, wrong.Code));
        Assert.Contains("--password-file", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Redact_WithThePasswordThatExcelUsesByItself_NeedsNone()
    {
        var locked = Lock(PlantedOffice.Of("xlsx").Pack(), "VelvetSweatshop", isAgile: true);

        var written = OfficeTestBed.Redact("xlsx", locked, UnsearchedChoice.Erase);

        Assert.Equal("PK"u8.ToArray(), written[..2]);
        foreach (var part in OfficeFile.Unpack(written).Values)
            Assert.DoesNotContain("hollow@marsh", Encoding.UTF8.GetString(part), StringComparison.Ordinal);
    }

    [Fact]
    public void Redact_OfTheOldBinaryFormat_IsRefused()
    {
        var file = LockedOffice.Compound(Encoding.ASCII.GetBytes("no information"), new byte[5000]);
        var at = file.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptionInfo"));
        Encoding.Unicode.GetBytes("WordDocument\0\0", file.AsSpan(at));

        var failure = Assert.Throws<RedactionException>(() => OfficeTestBed.Redact("docx", file));

        Assert.Equal(ErrorCodes.UnsupportedFormat, failure.Code);
    }

    [Fact]
    public void Redact_OfBrokenOnes_IsRefusedAndEnds()
    {
        var locked = Lock(PlantedOffice.Of("docx").Pack(), Password, isAgile: true);
        var random = new Random(11);
        for (var i = 0; i < 200; i++)
        {
            var broken = locked[..(i % 3 == 0 ? random.Next(4, locked.Length) : locked.Length)];
            for (var j = 0; j < 8; j++) broken[random.Next(4, Math.Min(broken.Length, 4096))] = (byte)random.Next(256);
            Assert.Throws<RedactionException>(() => OfficeTestBed.Redact("docx", broken));
        }
    }

    private static byte[] Lock(byte[] package, string password, bool isAgile) =>
        isAgile ? LockedOffice.Agile(package, password) : LockedOffice.Standard(package, password);
}
