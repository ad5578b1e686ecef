using Xunit;

namespace Redaction.Text.Tests;

public class PhraseSearchTests
{
    private static readonly string[] s_phrases = ["code", "kod:", "código", "код", "验证码", "확인 코드", "código único"];

    private static readonly string[] s_pieces =
        ["co", "de", "CODE", "kod", ":", "c", "ó", "Ó", "digo", "к", "К", "о", "од", "验", "证", "码", "확인", " ", "코드", "x", " único", "."];

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3)]
    public void Next_RandomText_FindsWhatComparingAtEveryPlaceFinds(int seed)
    {
        var random = new Random(seed);
        var search = new PhraseSearch(s_phrases);
        for (var round = 0; round < 2_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 16)).Select(_ => s_pieces[random.Next(s_pieces.Length)]));
            var from = random.Next(text.Length);
            var first = Enumerable.Range(from, text.Length - from).FirstOrDefault(i =>
                s_phrases.Any(p => text.AsSpan(i).StartsWith(p, StringComparison.OrdinalIgnoreCase)), -1);

            Assert.Equal(first, search.Next(text, from));
        }
    }

    [Theory]
    [InlineData(StringComparison.Ordinal), InlineData(StringComparison.OrdinalIgnoreCase)]
    public void Next_PhraseAnywhereInALongText_FindsIt(StringComparison comparison)
    {
        var search = new PhraseSearch(comparison, s_phrases);
        foreach (var phrase in s_phrases)
            foreach (var filling in (char[])['x', 'о', '码'])
                for (var at = 4_080; at < 4_110; at++)
                {
                    var text = new string(filling, at) + phrase + new string(filling, 20);

                    Assert.Equal(at, search.Next(text, 0));
                    Assert.Equal(-1, search.Next(text, at + 1));
                }
    }

    [Fact]
    public void Next_OtherCase_CountsWhereItIsToBeKept()
    {
        Assert.Equal(-1, new PhraseSearch(StringComparison.Ordinal, s_phrases).Next("CODE КОД Código", 0));
        Assert.Equal(0, new PhraseSearch(s_phrases).Next("КОД", 0));
    }
}
