using Xunit;

namespace Redaction.Cli.Tests;

public class TaskSliceTests
{
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
