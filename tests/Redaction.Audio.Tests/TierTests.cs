using System.Text;
using Redaction.Text;
using Xunit;

namespace Redaction.Audio.Tests;

public partial class TierTests
{
    internal const string Long = """"
        File type = "ooTextFile"
        Object class = "TextGrid"

        xmin = 0
        xmax = 3 ! made by Jane Doe, jane@example.org
        tiers? <exists>
        size = 3
        item []:
            item [1]:
                class = "IntervalTier"
                name = "Jane Doe - utterances"
                xmin = 0
                xmax = 3
                intervals: size = 1
                intervals [1]:
                    xmin = 0
                    xmax = 3
                    text = "call +1 415 555 0132, ""now"""
            item [2]:
                class = "IntervalTier"
                name = "words"
                xmin = 0
                xmax = 3
                intervals: size = 7
                intervals [1]:
                    xmin = 0
                    xmax = 0.4
                    text = "call"
                intervals [2]:
                    xmin = 0.4
                    xmax = 0.5
                    text = ""
                intervals [3]:
                    xmin = 0.5
                    xmax = 0.7
                    text = "+1"
                intervals [4]:
                    xmin = 0.7
                    xmax = 1
                    text = "415"
                intervals [5]:
                    xmin = 1
                    xmax = 1.3
                    text = "555"
                intervals [6]:
                    xmin = 1.3
                    xmax = 1.6
                    text = "0132"
                intervals [7]:
                    xmin = 1.6
                    xmax = 3
                    text = "now"
            item [3]:
                class = "TextTier"
                name = "bell"
                xmin = 0
                xmax = 3
                points: size = 1
                points [1]:
                    number = 1.5
                    mark = "ring 14155550132"

        """";

    internal const string Short =
        "File type = \"ooTextFile\"\nObject class = "
        + "\"TextGrid\"\n\n0\n3\n<exists>\n2\n\"IntervalTier\"\n\"words\"\n0\n3\n2\n0\n1\n\"call\"\n1\n2\n\"jane@example.org\"\n"
        + "\"IntervalTier\"\n\"phones\"\n0\n3\n6\n0\n0.5\n\"K\"\n0.5\n1\n\"AO1\"\n1\n1.2\n\"F\"\n1.2\n1.4\n\"AO2\"\n1.4\n1.6\n\"R\"\n1.6\n2\n\"W\"\n";

    internal const string EafFile = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- by Jane Doe, jane@example.org -->
        <ANNOTATION_DOCUMENT AUTHOR="Jane Doe" DATE="" FORMAT="3.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
          <HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"><MEDIA_DESCRIPTOR MEDIA_URL="file:///jane@example.org.wav" MIME_TYPE="audio/x-wav"/></HEADER>
          <TIME_ORDER><TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="0"/><TIME_SLOT TIME_SLOT_ID="ts2"/><TIME_SLOT TIME_SLOT_ID="ts3" TIME_VALUE="2500"/></TIME_ORDER>
          <TIER TIER_ID="Jane Doe" PARTICIPANT="Jane Doe" ANNOTATOR="John Roe" LINGUISTIC_TYPE_REF="default-lt">
            <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts3"><ANNOTATION_VALUE>call +1 415 555 0132 &amp; ask</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
          </TIER>
          <TIER TIER_ID="words@Jane Doe" PARENT_REF="Jane Doe" LINGUISTIC_TYPE_REF="words">
            <ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a2" ANNOTATION_REF="a1"><ANNOTATION_VALUE>call</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>
            <ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a3" ANNOTATION_REF="a1" PREVIOUS_ANNOTATION="a2"><ANNOTATION_VALUE>+14155550132</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>
            <ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a4" ANNOTATION_REF="a1" PREVIOUS_ANNOTATION="a3"><ANNOTATION_VALUE>ask</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>
          </TIER>
          <TIER TIER_ID="John Roe" PARTICIPANT="John Roe" LINGUISTIC_TYPE_REF="default-lt">
            <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a5" TIME_SLOT_REF1="ts2" TIME_SLOT_REF2="ts3"><ANNOTATION_VALUE><![CDATA[or <jane@example.org>]]></ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
          </TIER>
        </ANNOTATION_DOCUMENT>
        """;

    internal const string TtmlFile = """
        <?xml version="1.0"?>
        <tt xml:lang="en" xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" ttp:frameRate="25">
          <head><metadata><ttm:title>Jane, jane@example.org</ttm:title><ttm:agent xml:id="jane_doe" type="person"><ttm:name type="full">Jane Doe</ttm:name></ttm:agent></metadata></head>
          <body begin="1s"><div>
            <p begin="00:00:01:05" end="3.5s" ttm:agent="jane_doe">call +1 415<br/>555 0132 now</p>
            <p begin="4s" dur="2s"><span begin="0s" end="500ms">write</span> <span begin="500ms" end="1.5s">jane@example.org</span> <span begin="1.5s">please</span></p>
          </div></body>
        </tt>
        """;

    public static TheoryData<string, string> Files => new()
    {
        { "textgrid", Long }, { "textgrid", Short }, { "textgrid", Long.Replace("\n", "\r\n", StringComparison.Ordinal) },
        { "eaf", EafFile }, { "ttml", TtmlFile },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Redact_NoFindings_IsTheSameBytes(string id, string input)
    {
        var redactor = Calls.Redactor(new RedactionPolicy("test", new PolicyRule(PolicyRule.Keep)));

        Assert.Equal(input, Calls.RedactText(input, Format(id), redactor));
        Assert.Equal("\uFEFF" + input, Calls.RedactText("\uFEFF" + input, Format(id), redactor));
        Assert.Equal(id, Formats.Detect("." + id, Encoding.UTF8.GetBytes(input))!.Id);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Redact_Values_AreInNoPlaceOfTheFile(string id, string input)
    {
        var output = Calls.RedactText(input, Format(id));

        foreach (var secret in new[] { "415", "0132", "jane@", "John Roe" })
            Assert.DoesNotContain(secret, output, StringComparison.Ordinal);
        foreach (var place in new[] { "\"Jane Doe", "Jane Doe\"", ">Jane Doe<", "jane_doe", "AO2", "\"R\"", "\"W\"" })
            Assert.DoesNotContain(place, output, StringComparison.Ordinal);
        Assert.Equal(output, Calls.RedactText(output, Format(id)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Redact_Utf16_StaysUtf16(bool isBigEndian)
    {
        Encoding encoding = isBigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode;
        byte[] input = [.. encoding.GetPreamble(), .. encoding.GetBytes(Long)];

        byte[] Run(CallRedactor redactor)
        {
            using var output = new MemoryStream();
            redactor.RedactTranscript(new MemoryStream(input), new TextGrid(), output, RedactionContext.Default, new Plans(), default);
            return output.ToArray();
        }

        Assert.Equal("textgrid", Formats.Detect(".TextGrid", input.AsSpan(0, 301))!.Id);
        Assert.Equal(input, Run(Calls.Redactor(new RedactionPolicy("test", new PolicyRule(PolicyRule.Keep)))));
        Assert.Equal(Calls.RedactText(Long, new TextGrid()), encoding.GetString(Run(Calls.Redactor())[2..]));
    }

    [Fact]
    public void TextGrid_ValueInTwoTiers_TakesTheTimesOfTheWords()
    {
        var (_, output, _, plans) =
            Calls.Redact(WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 3)), Long, new TextGrid());

        Assert.Equal(AudioSpan.FromBounds(2_500_000, 18_500_000), Assert.Single(plans.Audio[0].Items).Finding.Region);
        Assert.Contains("text = \"call [phone], \"\"now\"\"\"", output, StringComparison.Ordinal);
        Assert.Contains("name = \"[person] - utterances\"", output, StringComparison.Ordinal);
        Assert.Contains("text = \"call\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public void TextGrid_SoundsOfAValue_GoWithTheWord()
    {
        var output = Calls.RedactText(Short, new TextGrid());

        Assert.Contains("\"K\"\n0.5\n1\n\"AO1\"\n1\n1.2\n\"[", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\"R\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Eaf_NamesOfTiers_StayConsistentAndDifferent()
    {
        var output = Calls.RedactText(EafFile, new Eaf());

        Assert.Contains("<TIER TIER_ID=\"[person]\" PARTICIPANT=\"[person]\" ANNOTATOR=\"[person]\"", output, StringComparison.Ordinal);
        Assert.Contains("PARENT_REF=\"[person]\" LINGUISTIC_TYPE_REF=\"words\"", output, StringComparison.Ordinal);
        Assert.Contains("<TIER TIER_ID=\"[person]_3\" PARTICIPANT=\"[person]\"", output, StringComparison.Ordinal);
        Assert.Contains("<ANNOTATION_VALUE>call [phone] &amp; ask</ANNOTATION_VALUE>", output, StringComparison.Ordinal);
        Assert.Contains("<![CDATA[or <[email]>]]>", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Eaf_SlotWithoutTime_IsMaskedBetweenItsNeighbours()
    {
        var wav = WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 3));

        var regions = Calls.Redact(wav, EafFile, new Eaf()).Plans.Audio[0].Items.Select(i => i.Finding.Region);

        Assert.Contains(regions, r => r.Start <= 5_000_000 && r.End >= 27_000_000);
    }

    [Fact]
    public void Ttml_StylesWithinAWord_CutNoValue()
    {
        const string Input = "<tt xmlns=\"http://www.w3.org/ns/ttml\"><body><div><p begin=\"00:00:01\" end=\"00:00:02\">"
            + "to jane.<span>doe</span>@example.com<br/>or +1 <span>415</span> 555 0132</p></div></body></tt>";

        var output = Calls.RedactText(Input, new Ttml());

        Assert.DoesNotContain("jane", output, StringComparison.Ordinal);
        Assert.DoesNotContain("doe", output, StringComparison.Ordinal);
        Assert.DoesNotContain("0132", output, StringComparison.Ordinal);
        Assert.Contains("xmlns=\"http://www.w3.org/ns/ttml\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Ttml_Times_CountFromTheOuterElement()
    {
        var wav = WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 9));

        var regions = Calls.Redact(wav, TtmlFile, new Ttml()).Plans.Audio[0].Items.Select(i => i.Finding.Region).ToArray();

        Assert.Equal(2, regions.Length);
        Assert.InRange(regions[0].Start, 19_500_000, 30_000_000); // the paragraph begins at 1 s + 1.2 s
        Assert.InRange(regions[0].End, 35_000_000, 47_500_001);
        Assert.Equal(AudioSpan.FromBounds(52_500_000, 67_500_000), regions[1]); // 1 s + 4 s + 0.5 s … 1.5 s, widened by 0.25 s
    }

    [Theory]
    [InlineData("textgrid", "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n0\n3\n<exists>\n1\n\"IntervalTier\"\n\"words")]
    [InlineData("textgrid", "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n0\n3\n<exists>\n9\n")]
    [InlineData("eaf", "<ANNOTATION_DOCUMENT><TIER></ANNOTATION_DOCUMENT>")]
    [InlineData("eaf", "<!DOCTYPE a [<!ENTITY e \"x\">]><ANNOTATION_DOCUMENT>&e;</ANNOTATION_DOCUMENT>")]
    [InlineData("ttml", "<tt xmlns=\"http://www.w3.org/ns/ttml\"><body><p begin=\"soon\">a</p></body></tt>")]
    public void Redact_Broken_SaysSo(string id, string input)
    {
        Assert.Contains(Assert.Throws<RedactionException>(() => Calls.RedactText(input, Format(id))).Code,
            new[] { ErrorCodes.Malformed, ErrorCodes.Truncated });
    }

    [Fact]
    public void Read_FilesCutAnywhere_FailTyped()
    {
        foreach (var (id, input) in new[] { ("textgrid", Long), ("eaf", EafFile), ("ttml", TtmlFile) })
        {
            for (var length = 0; length < input.Length - 2; length += 7)
            {
                try
                {
                    Calls.RedactText(input[..length], Format(id));
                }
                catch (RedactionException e)
                {
                    Assert.DoesNotContain("jane", e.ToString(), StringComparison.OrdinalIgnoreCase);
                }
            }
        }
    }

    private static ITranscriptFormat Format(string id) => TranscriptFormats.All.Single(f => f.Id == id);

    [Theory]
    [InlineData("eaf", "<ANNOTATION_DOCUMENT><HEADER/></ANNOTATION_DOCUMENT>")]
    [InlineData("ttml", "<tt><body/></tt>")]
    public void Xml_Declaration_IsStructure(string id, string body)
    {
        // what takes every run of digits for a number, as the rules for speech do where a text is short
        var everyDigit = new PatternDetector("any", new EntityType("any"), AnyDigit());
        var input = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + body + "\n";

        Assert.Equal(input, Calls.RedactText(input, TranscriptFormats.All.Single(f => f.Id == id), Calls.Redactor(detectors: [everyDigit])));
    }

    [Theory]
    [InlineData("ISO-8859-1")]
    [InlineData("windows-1252")]
    public void Trs_DeclaredEncoding_IsReadAndKept(string encoding)
    {
        var input = $"<?xml version=\"1.0\" encoding=\"{encoding}\"?>\n<Trans scribe=\"\"><Episode><Turn startTime=\"0\" endTime=\"2\">"
            + "<Sync time=\"0\"/>\nça, jane@example.com\n</Turn></Episode></Trans>\n";
        using var output = new MemoryStream();

        Calls.Redactor().RedactTranscript(new MemoryStream(Encoding.Latin1.GetBytes(input)), new Trs(), output,
            RedactionContext.Default, new Plans(), default);

        Assert.Contains("\nça, [email]\n", Encoding.Latin1.GetString(output.ToArray()), StringComparison.Ordinal);
    }

    [System.Text.RegularExpressions.GeneratedRegex("[0-9]", System.Text.RegularExpressions.RegexOptions.None, 1000)]
    private static partial System.Text.RegularExpressions.Regex AnyDigit();
}
