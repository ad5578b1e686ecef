using System.Text;
using Xunit;

namespace Redaction.Text.Tests;

/// <summary>Values that go over several elements of a list.</summary>
public class JoinedValueTests
{
    [Theory]
    [InlineData("""{"card":["4539","5260","1815","9083"],"n":["1","2"]}""", """{"card":["[credit-card]","","",""],"n":["1","2"]}""")]
    [InlineData("""{"t":["pay","4539 5260","1815 9083 now"]}""", """{"t":["pay","[credit-card]"," now"]}""")]
    [InlineData("""{"d":[4,5,3,9,5,2,6,0,1,8,1,5,9,0,8,3]}""",
        """{"d":[null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null]}""")]
    [InlineData("""{"t":["j","o","@","x","-","p",".","e","u"]}""", """{"t":["[email]","","","","","","","",""]}""")]
    [InlineData("""{"t":["j","##ane",".","do","e","@","x","-","po","st",".","eu"]}""", """{"t":["j","##[email]","","","","","","","","","",""]}""")]
    [InlineData("""{"t":["mail","jane.doe","@","x-post.example","or","not"]}""", """{"t":["mail","[email]","","","or","not"]}""")]
    // what is no value together, or a value by itself
    [InlineData("""{"t":["2019","2020","2021","2022"],"u":["123","456","789"]}""", """{"t":["2019","2020","2021","2022"],"u":["123","456","789"]}""")]
    [InlineData("""{"t":["a","jane.doe@x-post.example"]}""", """{"t":["a","[email]"]}""")]
    [InlineData("""{"d":[4539,5260,1815,9083]}""", """{"d":[4539,5260,1815,9083]}""")] // numbers of words
    public void ValueOverElements_IsRedacted(string input, string output)
    {
        Assert.Equal(output, Redact(DocumentFormats.Json, input));
        Assert.Equal(output + "\n", Redact(DocumentFormats.JsonLines, input + "\n"));
    }

    [Theory]
    [InlineData("""{"columns":["id","ssn"],"index":[0],"data":[[7,536221234],[8,null]]}""", """{"columns":["id","ssn"],"index":[0],"data":[[7,null],[8,null]]}""")]
    [InlineData("""{"rows":[["id","password"],["7","Vann7flaske"]],"other":[["x","Vann7flaske"]]}""",
        """{"rows":[["id","password"],["7","[secret]"]],"other":[["x","Vann7flaske"]]}""")]
    [InlineData("""{"headers":["id","password"],"rows":[["a","Vann7flaske"]]}""", """{"headers":["id","password"],"rows":[["a","[secret]"]]}""")]
    [InlineData("""[["id","password"],["7","Vann7flaske"],["8","9"]]""", """[["id","password"],["7","[secret]"],["8","[secret]"]]""")]
    public void TableOfLists_ColumnsHaveNames(string input, string output)
    {
        var redactor = new TextRedactor(FormatTestBed.Redactor.Policy, TextDetectors.All, TextOperators.All) { Refiners = TextRefiners.All };

        Assert.Equal(output, FormatTestBed.Redact(DocumentFormats.Json, input, new DocumentJob(redactor)));
    }

    private static string Redact(IDocumentFormat format, string input)
    {
        using var output = new MemoryStream();
        format.Redact(new MemoryStream(Encoding.UTF8.GetBytes(input)), output, new DocumentJob(FormatTestBed.Redactor));
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
