using System.Reflection;
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
}
