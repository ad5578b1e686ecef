using Xunit;

namespace Redaction.Text.Tests;

/// <summary>Days without a year in notes: weak findings, which act where every day counts.</summary>
public class NoteDatesTests
{
    [Theory]
    [InlineData("[[10/24]] cr 1.4 -> [[10/26]] cr 1.1; [[11/2]] home")]
    [InlineData("[[3/14]]: febrile\n* [[3/15]]: well")]
    [InlineData("CABG [[3/09]], TKR 2019")]
    [InlineData("MRI [[3/14]] clear, EDD [[11/4]]")]
    [InlineData("1/2 cup sugar; 3/4 cup flour")] // fractions
    [InlineData("strength 5/5, pain 3/10, 2/4 litres")]
    [InlineData("10/24 alone")] // nothing else begins so
    public void Detect_DayOfANote_IsWeak(string marked)
    {
        var (text, _, expected) = Refining.Parse(marked.Replace("\\n", "\n"));
        var sink = new FindingSink<TextSpan>();

        Date.Detector.Detect(new TextSource(text), sink);

        Assert.Equal(expected, sink.Items.ToArray().Where(static f => f.Score >= 0.3f).Select(static f => f.Region).Order());
    }
}
