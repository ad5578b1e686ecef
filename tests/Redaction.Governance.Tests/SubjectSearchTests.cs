using Redaction.TestKit;
using Xunit;

namespace Redaction.Governance.Tests;

/// <summary>A person is found by every identifier, whatever entity type it was found as and however it was written.</summary>
public sealed class SubjectSearchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RedactionKey _key = new(Enumerable.Range(0, 32).Select(static i => (byte)i).ToArray());

    public void Dispose()
    {
        _key.Dispose();
        _folder.Dispose();
    }

    public static TheoryData<string, string, string, string> Same() => new()
    {
        // what was found, as what; what is asked for, as what
        { "person", "kirsten.aldum@northpeak.example", "email", "Kirsten.Aldum@NorthPeak.example" },
        { "us.driver-license", "41288553", "phone", "412 88 553" },
        { "address", "SSN 536-41-7723", "us.ssn", "536417723" },
        { "person", "Ms Alderton, SSN 536-41-7723", "us.ssn", "536-41-7723" },
        { "person", "Ms Alderton, SSN 536-41-7723", "person", "Alderton" },
        { "person", "Kirsten Aldum <k.aldum@northpeak.example>", "email", "k.aldum@northpeak.example" },
        { "email", "\"Aldum, Kirsten\" <k.aldum@northpeak.example>", "person", "Kirsten Aldum" },
        { "person", "Dr. Kirsten M. Aldum", "person", "ALDUM, Kirsten" },
        { "organization", "Aldum Kirsten", "person", "Ms. Kirsten Aldum's" },
        { "person", "José Núñez", "person", "JOSE NUNEZ" },
        { "person", "Frau Jürgen Müller", "person", "Juergen Mueller" },
        { "person", "Soeren Aagaard", "person", "Søren Ågård" },
        { "person", "김 민수", "person", "김민수님" },
        { "person", "王小明先生", "person", "王小明" },
        { "phone", "+47 412 88 553", "phone", "41288553" },
        { "phone", "412 88 553", "phone", "0047 412 88 553" },
        { "phone", "0171 5551234", "phone", "+49 (0)171 555-1234" },
        { "phone", "+49 171 5551234", "phone", "0171/5551234" },
        { "phone", "(415) 555-0134 ext. 12", "phone", "+1 415.555.0134" },
        { "phone", "tel:+1-415-555-0134", "phone", "415 555 0134" },
        { "phone", "8 (912) 345-67-89", "phone", "+7 912 345 67 89" },
        { "phone", "٤١٢٨٨٥٥٣", "phone", "41288553" },
        { "url", "mailto:ana%40x-post.example?subject=hi", "email", "ana@x-post.example" },
        { "url", "https://x.example/reset?user=ana@x-post.example&t=1", "email", "ana@x-post.example" },
        { "person", "ana (at) x-post (dot) example", "email", "ana@x-post.example" },
        { "email", "ana@x-post.example", "email", "<ana@x-post.example>" },
        { "email", "ａｎａ@x-post.example", "email", "ana@x-post.example" },
        { "account-number", "DE89 3704 0044 0532 0130 00", "iban", "DE89370400440532013000" },
        { "person", "IBAN DE89 3704 0044 0532 0130 00 of Ana Roth", "iban", "DE89370400440532013000" },
        { "address", "Passport: AB1234567, Oslo", "us.passport", "AB 1234567" },
        { "file-name", "cases/Kirsten_Aldum-2024.pdf", "person", "Kirsten Aldum" },
        { "file-name", "kirsten.aldum.cv.docx", "person", "Aldum, Kirsten" },
        { "file-name", "scan (41288553).png", "phone", "+47 412 88 553" },
    };

    public static TheoryData<string, string, string, string> Different() => new()
    {
        { "email", "ana-roth@x.example", "email", "anaroth@x.example" },
        { "person", "Kirsten Aldum", "person", "Kirsten Alderton" },
        { "person", "Kirsten Aldum", "person", "Kirsten" },
        { "url", "https://x.example/a", "url", "https://x.example/b" },
        { "ip", "10.1.2.3", "ip", "10.12.3.0" },
        { "phone", "+47 412 88 553", "phone", "+45 412 88 553" },
        { "us.ssn", "536-41-7723", "us.ssn", "536-41-7724" },
        { "address", "12 High Street, Oslo", "person", "Oslo" },
    };

    [Theory]
    [MemberData(nameof(Same))]
    public void Identify_OtherWritingOrType_IsFoundAndForgotten(string type, string value, string asked, string identifier)
    {
        using var store = ProjectStore.Open(_folder.PathOf("store"), _key);
        var token = store.Seals.TokenFor(new(type), value);
        store.Seals.TokenFor(new("person"), "Somebody Else");

        var found = store.Identify(new(asked), identifier);

        Assert.Single(found);
        Assert.NotNull(store.Forget(found, "dpo", "r1"));
        Assert.False(store.Seals.TryReveal(token, out _));
        Assert.Null(store.Forget(store.Identify(new(asked), identifier), "dpo", "r2"));
    }

    [Theory]
    [MemberData(nameof(Different))]
    public void Identify_AnotherPerson_IsNotFound(string type, string value, string asked, string identifier)
    {
        using var store = ProjectStore.Open(_folder.PathOf("store"), _key);
        store.Seals.TokenFor(new(type), value);

        Assert.Empty(store.Identify(new(asked), identifier));
    }

    [Fact]
    public void Forget_WhatWasOnlyNoted_IsCertifiedAsSuch()
    {
        using var store = ProjectStore.Open(_folder.PathOf("store"), _key);
        store.Record("mails", "a.txt",
            [new("mails", "a.txt", 3, "person", store.Seals.IdentityOf(new("person"), "ana@x-post.example"))], []);

        var certificate = store.Forget(store.Identify(EntityTypes.Email, "ana@x-post.example"), "dpo", "r1");

        var text = System.Text.Encoding.UTF8.GetString(certificate!);
        Assert.Contains("no key was destroyed", text, StringComparison.Ordinal);
        Assert.Contains("\"sightings\":1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("a.txt", text, StringComparison.Ordinal);
        Assert.Empty(store.Subjects.In("mails", "a.txt"));
    }
}
