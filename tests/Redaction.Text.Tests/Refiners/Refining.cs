namespace Redaction.Text.Tests;

/// <summary>Runs a refiner on marked text: what a detector found stands in {type:value}, what the refiner must add in [[value]].</summary>
internal static class Refining
{
    public static (string Text, Finding<TextSpan>[] Given, TextSpan[] Expected) Parse(string marked, float score = 0.9f)
    {
        var text = new System.Text.StringBuilder();
        List<Finding<TextSpan>> given = [];
        List<TextSpan> expected = [];
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] == '{')
            {
                var colon = marked.IndexOf(':', i);
                var end = marked.IndexOf('}', i);
                var type = marked[(i + 1)..colon];
                given.Add(new(new(type), new(text.Length, end - colon - 1), score, "planted"));
                text.Append(marked, colon + 1, end - colon - 1);
                i = end;
            }
            else if (marked.AsSpan(i).StartsWith("[["))
            {
                var end = marked.IndexOf("]]", i, StringComparison.Ordinal);
                expected.Add(new(text.Length, end - i - 2));
                text.Append(marked, i + 2, end - i - 2);
                i = end + 1;
            }
            else text.Append(marked[i]);
        }
        return (text.ToString(), [.. given], [.. expected]);
    }

    public static Finding<TextSpan>[] Run(IFindingRefiner<TextSource, TextSpan> refiner, string text, IEnumerable<Finding<TextSpan>> given,
        RedactionContext? context = null)
    {
        var sink = new FindingSink<TextSpan>();
        foreach (var finding in given) sink.Add(finding);
        refiner.Refine(new TextSource(text, context), sink);
        return sink.Items.ToArray();
    }

    /// <summary>The values that the refiner added, which must be those marked.</summary>
    public static void Check(IFindingRefiner<TextSource, TextSpan> refiner, string marked, RedactionContext? context = null)
    {
        var (text, given, expected) = Parse(marked);
        var all = Run(refiner, text, given, context);
        var added = all[given.Length..].Select(f => f.Region).Order().ToArray();

        Xunit.Assert.Equal(given.Select(f => (f.Type, f.Region)), all[..given.Length].Select(f => (f.Type, f.Region)));
        Xunit.Assert.True(added.SequenceEqual(expected),
            $"added [{string.Join(", ", added.Select(r => text.Substring(r.Start, r.Length)))}] in: {marked}");
    }
}
