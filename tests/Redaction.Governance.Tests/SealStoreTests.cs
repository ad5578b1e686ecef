using Redaction.TestKit;
using Xunit;

namespace Redaction.Governance.Tests;

public sealed class SealStoreTests : IDisposable
{
    private static readonly EntityType s_person = new("person");
    private static readonly EntityType s_email = new("email");
    private readonly TemporaryFolder _folder = new();
    private readonly RedactionKey _key = new(Enumerable.Range(0, 32).Select(static i => (byte)i).ToArray());

    private string Store => _folder.PathOf("store");

    public void Dispose()
    {
        _key.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void TokenFor_SameValue_IsTheSameAfterReopeningAndOpensAgain()
    {
        string token;
        using (var seals = SealStore.Open(Store, _key)) token = seals.TokenFor(s_person, "Ana Roth");
        foreach (var file in Directory.EnumerateFiles(Store)) Assert.DoesNotContain("Roth", File.ReadAllText(file), StringComparison.Ordinal);

        using var again = SealStore.Open(Store, _key);

        Assert.Equal(token, again.TokenFor(s_person, "Ana Roth"));
        Assert.True(again.TryReveal(token, out var value));
        Assert.Equal("Ana Roth", value);
        Assert.NotEqual(token, again.TokenFor(s_person, "Ana  Roth"));
        Assert.Equal(again.IdentityOf(s_person, "Ana Roth"), again.IdentityOf(s_person, "ANA ROTH"));
    }

    [Fact]
    public void ClassKeys_OfOneType_OpenNoOther()
    {
        string person, email;
        var file = _folder.PathOf("reviewer.keys");
        using (var seals = SealStore.Open(Store, _key))
        {
            (person, email) = (seals.TokenFor(s_person, "Ana Roth"), seals.TokenFor(s_email, "ana@x.example"));
            using var few = seals.Classes.Only([new("person")]);
            few.Save(file, DateTimeOffset.MaxValue);
        }

        using var reviewer = SealStore.Open(Store, ClassKeys.Read(file));

        Assert.True(reviewer.TryReveal(person, out _));
        Assert.False(reviewer.TryReveal(email, out _));
        Assert.Equal(ErrorCodes.NoKey, Assert.Throws<RedactionException>(() => reviewer.TokenFor(s_person, "Bo")).Code);
    }

    [Fact]
    public void Destroy_Identity_MakesAllItsWritingsUnreadableForEver()
    {
        using var seals = SealStore.Open(Store, _key);
        var tokens = new[] { seals.TokenFor(s_person, "Ana Roth"), seals.TokenFor(s_person, "ANA ROTH"), seals.TokenFor(s_person, "Bo Lind") };
        var identity = seals.IdentityOf(s_person, "Ana Roth");

        Assert.Equal(identity, Assert.Single(seals.Destroy([identity, "unknown"])));
        Assert.Empty(seals.Destroy([identity]));

        Assert.Equal([false, false, true], tokens.Select(t => seals.TryReveal(t, out _)));
        Assert.Equal(tokens[0], seals.TokenFor(s_person, "Ana Roth"));
        Assert.False(seals.TryReveal(tokens[0], out _));
    }

    [Fact]
    public void Open_OtherKeyOrChangedFile_IsRefused()
    {
        string token;
        ClassKeys classes;
        using (var seals = SealStore.Open(Store, _key))
        {
            token = seals.TokenFor(s_person, "Ana Roth");
            classes = seals.Classes.Only([new("person")]);
        }
        using var other = new RedactionKey(new byte[32]);
        Assert.Equal(ErrorCodes.Integrity, Assert.Throws<RedactionException>(() => SealStore.Open(Store, other)).Code);
        Assert.Equal(ErrorCodes.Integrity, Assert.Throws<RedactionException>(() => SealStore.Open(Store, _key, "another project")).Code);
        var path = Path.Combine(Store, "seals.jsonl");
        var text = File.ReadAllText(path);
        var at = text.LastIndexOf("\"sealed\":\"", StringComparison.Ordinal) + 14;
        File.WriteAllText(path, text[..at] + (text[at] == 'A' ? 'B' : 'A') + text[(at + 1)..]);

        Assert.Equal(ErrorCodes.Integrity, Assert.Throws<RedactionException>(() => SealStore.Open(Store, _key)).Code);
        using var changed = SealStore.Open(Store, classes); // cannot check the lines, and still opens no changed value
        Assert.Equal(ErrorCodes.Integrity, Assert.Throws<RedactionException>(() => changed.TryReveal(token, out _)).Code);
    }

    [Fact]
    public void Open_AfterRotation_ReadsWhatTheRetiredKeySealed()
    {
        string token;
        using (var seals = SealStore.Open(Store, _key)) token = seals.TokenFor(s_person, "Ana Roth");
        using var rotated = new RedactionKey(new byte[32]) { Retired = [new(Enumerable.Range(0, 32).Select(static i => (byte)i).ToArray())] };

        using var again = SealStore.Open(Store, rotated);

        Assert.True(again.TryReveal(token, out _));
        Assert.Equal(token, again.TokenFor(s_person, "Ana Roth"));
        Assert.True(again.TryReveal(again.TokenFor(new("ip"), "10.0.0.1"), out _));
    }

    [Fact]
    public void Render_Roles_SeeWhatTheirViewsSay()
    {
        using var seals = SealStore.Open(Store, _key);
        var text = $"To [person:{seals.TokenFor(s_person, "Ana Roth")}], born [date:{seals.TokenFor(new("date"), "12 May 1961")}], [email:{seals.TokenFor(s_email, "ana@x.example")}] [person:bbbbbbbbbbbbbbbb]";
        var views = new ViewPolicy("v",
            new PolicyRule("raw") { Role = new("reviewer"), Entities = [new("person")] },
            new PolicyRule("generalised") { Entities = [new("date")] },
            new PolicyRule("omitted") { Role = new("annotator"), Entities = [new("email")] });

        Assert.Equal("To Ana Roth, born 1961, [email] [person:bbbbbbbbbbbbbbbb]", views.Render(text, new() { Role = "reviewer" }, seals));
        Assert.Equal("To [person], born 1961,  [person:bbbbbbbbbbbbbbbb]", views.Render(text, new() { Role = "annotator" }, seals));
        Assert.Throws<ArgumentException>(static () => new ViewPolicy("v", new PolicyRule("hash")));
        seals.Destroy([seals.IdentityOf(s_person, "Ana Roth")]);
        Assert.StartsWith("To [person], born 1961", views.Render(text, new() { Role = "reviewer" }, seals), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("one two three four five", 8, 13, 1, "two three four")]
    [InlineData("one two three four five", 9, 10, 0, "three")] // half a word takes in all of it
    [InlineData("one two three", 4, 7, 9, "one two three")]
    public void Slice_LeavesTheWordsAsked(string text, int from, int to, int words, string expected)
    {
        var span = TaskSlice.Of(text, TextSpan.FromBounds(from, to), words);

        Assert.Equal(expected, text.Substring(span.Start, span.Length));
    }
}
