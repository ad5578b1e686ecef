using Xunit;

namespace Redaction.Core.Tests;

public class NameIntroductionsTests
{
    [Theory]
    // What introduces stands in brackets.
    [InlineData("hello, [my name is] Ada", "Name")]
    [InlineData("HELLO, [MY NAME IS] ADA", "Name")]
    [InlineData("[My name’s] Ada", "Name")] // the other apostrophe
    [InlineData("[Mi chiamo] Ada", "Name")]
    [InlineData("[Ich heiße] Ada", "Name")]
    [InlineData("[ICH HEISSE] ADA", "Name")]
    [InlineData("[Je m'appelle] Ada", "Name")]
    [InlineData("[Me llamo] Ada", "Name")]
    [InlineData("[Meu nome é] Ada", "Name")]
    [InlineData("[Mijn naam is] Ada", "Name")]
    [InlineData("Her [name is] Ada", "Named")]
    [InlineData("Please ask [Mr.] Okoro", "Title")]
    [InlineData("Please ask [MR] OKORO", "Title")]
    [InlineData("a [Señor] Okoro", "Title")] // nothing but the accented letter to search for
    [InlineData("[Dear] Ada", "Greeting")]
    [InlineData("[Chère] Ada", "Greeting")]
    [InlineData("Kind [regards,]\nAda", "Closing")]
    [InlineData("the [patient] Ada Fell", "Role")]
    [InlineData("[Results for] Ada Fell", "Work")]
    public void TryNext_Words_AreFoundWhateverTheirCase(string marked, string kind)
    {
        var text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

        var found = Assert.Single(All(text), f => f.Start == marked.IndexOf('[', StringComparison.Ordinal));

        Assert.Equal(marked.IndexOf(']', StringComparison.Ordinal) - 1, found.End);
        Assert.Equal(kind, found.Kind.ToString());
    }

    [Theory]
    [InlineData("Tommy name is Ada", "Name")] // "my" ends another word
    [InlineData("the consults for Ada Fell", "Work")] // "results for" does not stand there
    [InlineData("adults for Ada", "Work")]
    [InlineData("outpatient Ada Fell", "Role")]
    [InlineData("with regards to Ada", "Closing")] // no comma
    [InlineData("i miss Ada", "Title")] // in small letters a word
    [InlineData("we asked the doctor. Ada left", "Title")] // the sentence ends
    [InlineData("ich liebe Berlin", "Greeting")] // in small letters a verb
    [InlineData("items Ada", "Title")]
    public void TryNext_OtherWords_AreNotFound(string text, string kind) =>
        Assert.DoesNotContain(All(text), f => f.Kind.ToString() == kind);

    [Theory]
    [InlineData("my", "Person")]
    [InlineData("HER", "Person")]
    [InlineData("patient", "Person")]
    [InlineData("Customer", "Person")]
    [InlineData("patient's", "Person")]
    [InlineData("daughter’s", "Person")]
    [InlineData("first", "Person")]
    [InlineData("mein", "Person")]
    [InlineData("votre", "Person")]
    [InlineData("the", "Unknown")]
    [InlineData("and", "Unknown")]
    [InlineData("Ada's", "Unknown")]
    [InlineData("company", "Thing")]
    [InlineData("company's", "Thing")]
    [InlineData("policy", "Thing")]
    [InlineData("file", "Thing")]
    [InlineData("host", "Thing")]
    [InlineData("key", "Thing")]
    [InlineData("bucket", "Thing")]
    [InlineData("falcon", "Thing")] // a noun that no list holds
    public void Of_WordBefore_TellsWhoHasTheName(string word, string owner) => Assert.Equal(owner, NameOwners.Of(word).ToString());

    [Theory]
    [InlineData("", "Unknown")]
    [InlineData("The company, ", "Unknown")] // a clause of its own
    [InlineData("The company\n", "Unknown")] // a line of its own
    [InlineData("The company ", "Thing")]
    [InlineData("The policy-holder's ", "Unknown")]
    public void Before_Text_IsJudgedByItsLastWord(string text, string owner) => Assert.Equal(owner, NameOwners.Before(text).ToString());

    private static List<Introduction> All(string text)
    {
        var all = new List<Introduction>();
        for (var position = 0; NameIntroductions.All.TryNext(text, position, out var found); position = found.End) all.Add(found);
        return all;
    }
}
