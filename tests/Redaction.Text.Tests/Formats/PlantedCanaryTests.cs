using Redaction.TestKit;
using Xunit;

namespace Redaction.Text.Tests;

/// <summary>The same values in every place of every format: none of them is in what is released.</summary>
public class PlantedCanaryTests
{
    [Fact]
    public void Released_NoneOfTheValuesInAnyPlace()
    {
        var left = new List<string>();
        var released = 0;
        foreach (var (id, place, document) in PlantedDocuments.All)
        {
            for (var i = 0; i < Canaries.All.Count; i++)
            {
                if (!Releases(id, PlantedDocuments.Plant(document, Canaries.All[i]), i)) continue;
                released++;
                left.Add($"{id}, {place}: value {i}");
            }
        }
        Assert.True(released == 0, $"{released} released:\n{string.Join('\n', left.Take(60))}");
    }

    [Fact]
    public void Released_NoneInAnyEncoding()
    {
        var left = new List<string>();
        string[] names = ["utf-16", "utf-16be", "utf-32", "iso-8859-1", "windows-1251", "koi8-r", "shift_jis", "gb18030", "big5"];
        var documents = PlantedDocuments.All.Where(static d => d.Format is "text" or "csv" or "html" or "xml" or "json");
        foreach (var name in names)
        {
            var encoding = CodePages.Find(name)!;
            foreach (var (id, place, document) in documents)
            {
                var bytes = encoding.GetBytes(document.Replace("¤", Canaries.All[3], StringComparison.Ordinal));
                if (Releases(id, bytes, 3)) left.Add($"{id}, {place} in {name}");
            }
        }
        Assert.True(left.Count == 0, $"{left.Count} released:\n{string.Join('\n', left.Take(60))}");
    }

    [Fact]
    public void All_AreFortyAndDistinct() => Assert.Equal(40, Canaries.All.Distinct(StringComparer.Ordinal).Count());

    private static bool Releases(string id, byte[] document, int value)
    {
        try
        {
            var written = FormatTestBed.Redact(DocumentFormats.All.Single(f => f.Id == id), document);
            return Canaries.IsIn(written, Canaries.All[value]);
        }
        catch (RedactionException)
        {
            return false;
        }
    }
}
