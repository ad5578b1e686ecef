using System.Text.Json.Serialization;
using Xunit;

namespace Redaction.Text.Tests;

/// <summary>Objects whose properties say what they hold.</summary>
public partial class ObjectRedactionTests
{
    private static readonly TextRedactor s_redactor =
        new(new("test", new PolicyRule("label")), TextDetectors.All, TextOperators.All) { Refiners = [.. TextRefiners.All] };

    [Fact]
    public void Redact_Annotated_IsOfThatTypeWhateverItLooksLike()
    {
        var customer = new Customer("41288553", "write to mia@example.com, not before 9", ["blue", "green"], 12)
        {
            Contacts = [new("x77"), new("x78") { Inner = new("x79") }],
            ByName = { ["work"] = new("x80") },
        };

        var redacted = s_redactor.Redact(customer, Contracts.Default.Customer)!;

        Assert.Equal("[phone]", redacted.Phone);
        Assert.Equal("write to [email], not before 9", redacted.Note);
        Assert.Equal(["[acme.colour]", "[acme.colour]"], redacted.Colours);
        Assert.Equal(12, redacted.Visits);
        Assert.Equal(["[username]", "[username]"], redacted.Contacts.Select(static c => c.Account));
        Assert.Equal("[username]", redacted.Contacts[1].Inner!.Account);
        Assert.Equal("[username]", redacted.ByName["work"].Account);
        Assert.Equal("41288553", customer.Phone); // the object itself stays
    }

    [Fact]
    public void Redact_TheRule_OfTheEntityDecides()
    {
        var redactor = new TextRedactor(
            new("test", PolicyRule.For("phone", "keep"), new PolicyRule("label")), TextDetectors.All, TextOperators.All);

        Assert.Equal("41288553", redactor.Redact(new Customer("41288553", "", [], 0), Contracts.Default.Customer)!.Phone);
    }

    [Fact]
    public void Redact_WhatFitsTheTypeNoMore_IsATypedErrorWithItsPlace()
    {
        var failure = Assert.Throws<RedactionException>(
            () => s_redactor.Redact(new Visit(new DateTime(1990, 2, 3, 0, 0, 0, DateTimeKind.Utc)), Contracts.Default.Visit));

        Assert.Equal(ErrorCodes.Unwritable, failure.Code);
        Assert.Contains("$.Born", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("1990", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Redact_Null_IsNull() => Assert.Null(s_redactor.Redact(null!, Contracts.Default.Customer));

    internal sealed record Customer(
        [property: PersonalData("phone")] string Phone, string Note, [property: PersonalData("acme.colour")] string[] Colours, int Visits)
    {
        public List<Contact> Contacts { get; init; } = [];

        public Dictionary<string, Contact> ByName { get; init; } = [];
    }

    internal sealed record Contact([property: PersonalData("username")] string Account)
    {
        public Contact? Inner { get; init; }
    }

    internal sealed record Visit([property: PersonalData("birth-date")] DateTime Born);

    [JsonSerializable(typeof(Customer))]
    [JsonSerializable(typeof(Visit))]
    internal sealed partial class Contracts : JsonSerializerContext;
}
