using Xunit;

namespace Redaction.Text.Tests;

public class FieldNamesTests
{
    [Theory]
    [InlineData("first_name", "person", "[[Jane]]")]
    [InlineData("lastName", "person", "[[doeling]]")] // as typed
    [InlineData("$.customer.fullName", "person", " [[Jane Doeling]] ")]
    [InlineData("Vorname", "person", "[[Jörg]]")]
    [InlineData("$.patient.name", "person", "[[jane doeling]]")] // whose name is said by what it stands in
    [InlineData("customer name", "person", "[[J Doeling]]")]
    [InlineData("name", "person", "[[Jane Doeling]]")] // looks like one
    [InlineData("name", "", "Build pipeline")]
    [InlineData("name", "", "Standard")]
    [InlineData("$.product.name", "", "Garden Chair")]
    [InlineData("product_name", "", "Garden Chair")]
    [InlineData("first_name", "", "N/A")]
    [InlineData("first_name", "", "  ")]
    [InlineData("first_name", "", "12")]
    [InlineData("adresse", "address", "[[Musterweg 7, 12345 Beispielstadt]]")]
    [InlineData("$.orders[*].shipping_address", "address", "[[1 Example Road]]")]
    [InlineData("postcode", "address", "[[12345]]")]
    [InlineData("city", "location", "[[Exampleton]]")]
    [InlineData("employer", "organization", "[[Nordwave]]")]
    [InlineData("dob", "date", "[[3rd of May 80]]")]
    [InlineData("geburtsdatum", "date", "[[03051980]]")]
    [InlineData("Kundennr", "account-number", "[[K-1234]]")]
    [InlineData("ssn", "us.ssn", "[[xxx-xx-1234]]")]
    [InlineData("password", "secret", "[[hunter22]]")]
    [InlineData("password", "secret", "[[my horse is hidden]]")]
    [InlineData("password", "", "$(DB_PASSWORD)")]
    [InlineData("phone", "phone", "[[41288553]]")]
    [InlineData("phone", "", "Galaxy S21")]
    [InlineData("cvv", "security-code", "[[417]]")]
    [InlineData("cvv", "", "41755")]
    [InlineData("patient", "person", "[[HANSEN^OLE^K]]")]
    [InlineData("patient", "", "stable")]
    [InlineData("last, first", "person", "[[Nwosu, Tola]]")]
    [InlineData("氏名", "person", "[[高橋 由美子]]")]
    [InlineData("$.contact.телефон", "phone", "[[+7 921 555-01-32]]")]
    [InlineData("username", "username", "[[skogtroll77]]")]
    [InlineData("identifier", "", "AB-4410")]
    [InlineData("$.user.tags[*]", "", "Jane Doeling")]
    [InlineData("$.customer.first_name~", "", "Jane")] // names of keys, not values
    [InlineData("content", "", "Jane Doeling")]
    public void Refine_FieldThatTells_FindsTheWholeValue(string field, string type, string marked)
    {
        var (text, _, expected) = Refining.Parse(marked);

        var added = Refining.Run(new FieldNames(), text, [], new() { Field = field });

        Assert.Equal(expected, added.Select(f => f.Region));
        Assert.All(added, f => Assert.Equal(type, f.Type.Name));
        Assert.All(added, f => Assert.True(f.Score >= 0.5f));
    }

    [Theory]
    [InlineData("ssn", "us.ssn", 0.3f, 0.9f)]
    [InlineData("ssn", "phone", 0.3f, 0.3f)] // what it only looks like is not believed
    [InlineData("ssn", "location", 0.8f, 0.75f)] // nor does it win over the name
    [InlineData("national_id", "es.dni", 0.3f, 0.9f)] // of one of all countries
    [InlineData("identifier", "es.dni", 0.3f, 0.9f)] // what passes a check is believed
    [InlineData("identifier", "phone", 0.3f, 0.3f)]
    [InlineData("notes", "phone", 0.3f, 0.3f)]
    [InlineData("created_at", "date", 0.95f, 0.475f)] // a system's time
    [InlineData("version", "ip", 0.6f, 0.3f)]
    [InlineData("id", "us.ssn", 0.9f, 0.9f)] // explained or checked: stays
    public void Refine_FieldThatTells_MovesScores(string field, string type, float before, float after)
    {
        Finding<TextSpan> given = new(new(type), new(0, 4), before, "planted");

        var all = Refining.Run(new FieldNames(), "1234", [given], new() { Field = field });

        Assert.Equal(after, all[0].Score, 3);
    }
}
