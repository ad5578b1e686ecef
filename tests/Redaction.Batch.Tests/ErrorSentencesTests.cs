using System.Reflection;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Batch.Tests;

public sealed class ErrorSentencesTests
{
    public static TheoryData<string> Codes =>
        [.. typeof(ErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static f => (string)f.GetRawConstantValue()!),
            InputWalk.LinkCode, FolderOutput.ReservedCode];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Of_EveryCode_SaysWhatItMeansAndWhatToDo(string code) => Assert.True(ErrorSentences.Of(code).Split(". ").Length >= 2, code);

    [Fact]
    public void Run_WhereAllItemsOfAnErrorSayTheSame_TellsThat()
    {
        using var folder = new TemporaryFolder();
        BatchSummary Run(string output) => new BatchRunner(new RedactionEngineBuilder().WithDetectors("patterns").Build())
            .Run(new() { Inputs = [folder.PathOf("in")] }, folder.PathOf(output));
        folder.Write("in/a.json", "{\"a\" 1}");
        var one = Run("out");
        var said = one.Advice[ErrorCodes.Malformed];
        Assert.Equal(said, ErrorSentences.Of(ErrorCodes.Malformed, one));
        var report = File.ReadAllText(folder.PathOf("out/report.html"));
        Assert.Contains(System.Net.WebUtility.HtmlEncode(said), report, StringComparison.Ordinal);

        folder.Write("in/b.pdf", "%PDF-1.7\n");
        var two = Run("two");
        Assert.Equal(2, two.Failures[ErrorCodes.Malformed]);
        Assert.Equal(ErrorSentences.Of(ErrorCodes.Malformed), ErrorSentences.Of(ErrorCodes.Malformed, two));
    }
}
