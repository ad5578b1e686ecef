using Xunit;

namespace Redaction.Core.Tests;

public class CommandWordsTests
{
    [Theory]
    [InlineData("a b  c", "a|b|c")]
    [InlineData("a 'b c' \"d e\"", "a|b c|d e")]
    [InlineData("a ''", "a|")] // an empty argument is one
    [InlineData("a x'y z'w", "a|xy zw")]
    [InlineData("a b\\ c", "a|b c")]
    [InlineData("a \"b\\\"c\"", "a|b\"c")]
    [InlineData("a 'b\\c'", "a|b\\c")]
    [InlineData("C:\\Tools\\r.exe x", "C:\\Tools\\r.exe|x")] // paths of Windows
    public void Of_Command_IsCutAsShellsDo(string command, string words) =>
        Assert.Equal(words.Split('|'), CommandWords.Of(command));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a 'b")]
    [InlineData("'' x")]
    public void Of_NoCommand_Throws(string command) => Assert.Throws<ArgumentException>(() => CommandWords.Of(command));

    [Fact]
    public void Places_Braces_AreNamesOnlyWhereLettersStandInThem() =>
        Assert.Equal(["input", "output"], CommandWords.Places(["-f{input}", "{\"a\":1}", "{}", "x{output}.json", "{1}"]));
}
