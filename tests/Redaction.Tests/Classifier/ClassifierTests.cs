using System.Security.Cryptography;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Tests;

/// <summary>Token classifiers by manifest, with real models of a few pieces and the files that Hugging Face's tools write.</summary>
public sealed class ClassifierTests : IDisposable
{
    private const string Labels = """{"id2label":{"0":"O","1":"B-BIRD","2":"I-BIRD"},"max_position_embeddings":64}""";
    private const string Words = "[PAD]\n[UNK]\n[CLS]\n[SEP]\na\nplo\n##ver\nrare\ncrow\nsaw\n,\n[MASK]";
    private static readonly string[] s_words = Words.Split('\n');
    private static readonly string[] s_usual = ["input_ids", "attention_mask", "token_type_ids"];
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("saw a plover", "saw a [acme.bird]")]
    [InlineData("a Plover, a crow,", "a [acme.bird], a [acme.bird],")] // in lower case for the model only
    [InlineData("rare plover saw", "[acme.bird] saw")] // what goes on is one
    [InlineData("plover plover", "[acme.bird] [acme.bird]")] // what begins anew is another
    [InlineData("\u00E9\U0001F600 plo\u0301ver!", "\u00E9\U0001F600 [acme.bird]!")] // accents are taken off for the model
    [InlineData("   ", "   ")]
    [InlineData("\uD83D plover \uDE00", "\uD83D [acme.bird] \uDE00")] // halves of characters
    public void WordPiece_Finds(string text, string expected) => Assert.Equal(expected, Bert().Text.Redact(text));

    [Fact]
    public void WordPiece_FromOneFile_FindsTheSame()
    {
        var vocabulary = string.Join(',', s_words.Select(static (word, i) => $"\"{word}\":{i}"));
        File.Delete(_folder.PathOf("vocab.txt"));
        Write("tokenizer.json",
            $$$"""{"model":{"type":"WordPiece","vocab":{{{{vocabulary}}}}},"normalizer":{"type":"BertNormalizer","lowercase":true}}""");

        Assert.Equal("a [acme.bird]", Bert(withVocabulary: false).Text.Redact("a PLOVER"));
    }

    [Fact]
    public void CasedModel_TellsCapitals()
    {
        Write("tokenizer_config.json", """{"do_lower_case":false}""");

        Assert.Equal("Plover [acme.bird]", Bert().Text.Redact("Plover plover"));
    }

    /// <summary>Wherever a window ends, what stands around it is seen by one of them.</summary>
    [Theory]
    [InlineData(16)]
    [InlineData(64)]
    public void LongText_IsSeenInWindows_AsAWhole(int window)
    {
        var engine = Bert($"window: {window}");
        for (var words = 0; words < 90; words++)
        {
            var before = string.Concat(Enumerable.Repeat("saw ", words));
            var text = before + "rare crow" + string.Concat(Enumerable.Repeat(" saw", 60));

            Assert.Equal(text.Replace("rare crow", "[acme.bird]", StringComparison.Ordinal), engine.Text.Redact(text));
        }
    }

    [Fact]
    public void Bytes_Find()
    {
        Write("vocab.json", """{"<s>":0,"<pad>":1,"</s>":2,"<unk>":3,"a":4,"p":5,"l":6,"Ġ":7,"Ġp":8,"Ġpl":9,"s":10,",":11,"pl":12}""");
        Write("merges.txt", "#version: 0.2\nĠ p\nĠp l\np l\n");
        Model(own: [(9, 1), (12, 1)], pieces: 13, s_usual.AsSpan(0, 2));

        Assert.Equal("a [acme.bird], s, [acme.bird]", Engine().Text.Redact("a pl, s, pl"));
        Assert.Equal("[acme.bird]", Engine().Text.Redact("pl"));
        Assert.Equal("\u00EB [acme.bird]", Engine().Text.Redact("\u00EB pl"));
    }

    [Theory]
    [InlineData("sentencepiece.bpe.model", 1)]
    [InlineData("spm.model", 0)]
    public void SentencePieces_Find(string file, int shift)
    {
        Write(file, SentencePieces("<unk>", "[CLS]", "[SEP]", "\u2581", "\u2581a", "\u2581plover", ",", "s", "\u2581s"));
        Model(own: [(5 + shift, 1)], pieces: 10, s_usual);

        Assert.Equal("a [acme.bird], s", Engine().Text.Redact("a plover, s"));
        Assert.Equal("s\n\n [acme.bird]", Engine().Text.Redact("s\n\n plover"));
    }

    [Theory]
    [InlineData("sha256: 00", "not those that 'sha256' names")]
    [InlineData("seconds: 3", "a plug-in with 'model' has no 'seconds'")]
    [InlineData("window: 2", "16")]
    [InlineData("labels: [O, B-BIRD]", "has 3 labels, but 2")]
    [InlineData("command: x", "one of: command, service, model")]
    public void Manifest_ThatCannotBeMeant_SaysSo(string more, string expected) => Assert.Contains(
        expected, Assert.Throws<PolicyException>(() => Bert(more)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("vocab.txt", null, "no tokenizer lies beside it")]
    [InlineData("config.json", null, "'id2label'")]
    [InlineData("config.json", "{", "config.json is no JSON")]
    [InlineData("model.onnx", null, "no model.onnx")]
    [InlineData("model.onnx", "no model", "cannot be loaded")]
    [InlineData("vocab.txt", "one", "cannot be read")]
    public void Folder_ThatLacksSomething_SaysWhat(string file, string? content, string expected)
    {
        Bert();
        Write(file, content);

        Assert.Contains(expected, Assert.Throws<PolicyException>(() => Engine()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Model_ThatTakesSomethingElse_IsRefused()
    {
        Bert();
        Model(own: [], s_words.Length, "input_ids", "pixels");

        Assert.Contains("takes 'pixels'", Assert.Throws<PolicyException>(() => Engine()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Model_WithoutNumbers_ReleasesNothing()
    {
        Bert();
        Model(own: [(4, float.NaN)], s_words.Length, s_usual);

        Assert.Equal(ErrorCodes.ComponentFailed, Assert.Throws<RedactionException>(() => Engine().Text.Redact("a crow")).Code);
    }

    [Fact]
    public void Weights_AreNamedByTheirDigest_AndChangeTheVersion()
    {
        Bert();
        var before = Version();
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_folder.PathOf("model.onnx"))));

        Assert.Equal("a [acme.bird]", Bert("sha256: " + hash).Text.Redact("a crow"));
        Engine();
        Model(own: [(4, 1)], s_words.Length, s_usual);
        Assert.NotEqual(before, Version());
    }

    private string Version() => PolicyPluginReader.Load(_folder.PathOf("classifier.yaml")).Info.Version;

    private RedactionEngine Bert(string more = "", bool withVocabulary = true)
    {
        Write("config.json", Labels);
        if (withVocabulary) Write("vocab.txt", Words);
        Model(own: [(5, 1), (7, 1), (8, 1)], s_words.Length, s_usual);
        return Engine(more);
    }

    /// <summary>A piece may begin a bird with a likelihood; behind the piece "rare" any goes on with one.</summary>
    private void Model((int Piece, float Logit)[] own, int pieces, params ReadOnlySpan<string> inputs)
    {
        var (mine, next) = (new float[pieces, 3], new float[pieces, 3]);
        foreach (var (piece, logit) in own) mine[piece, 1] = logit;
        if (pieces == s_words.Length) next[7, 2] = 9;
        File.WriteAllBytes(_folder.PathOf("model.onnx"), TinyClassifier.Model(mine, next, inputs));
        if (!File.Exists(_folder.PathOf("config.json"))) Write("config.json", Labels);
    }

    private static byte[] SentencePieces(params string[] pieces)
    {
        var model = new Proto();
        for (var i = 0; i < pieces.Length; i++)
            model.Add(1, new Proto().Add(1, pieces[i]).Add(2, -i - 1f).Add(3, i switch { 0 => 2, 1 or 2 => 3, _ => 1 }));
        return model.Add(2, new Proto().Add(3, 1).Add(40, 0).Add(41, 1).Add(42, 2).Add(45, "<unk>").Add(46, "[CLS]").Add(47, "[SEP]")).Add(3, new Proto().Add(1, "identity")).Bytes;
    }

    private void Write(string file, string? content)
    {
        if (content is null) File.Delete(_folder.PathOf(file));
        else _folder.Write(file, content);
    }

    private void Write(string file, byte[] content) => File.WriteAllBytes(_folder.PathOf(file), content);

    private RedactionEngine Engine(string more = "") => new RedactionEngineBuilder().WithDetectors("acme.*").AddPlugin(_folder.Write(
        "classifier.yaml", $$"""
        id: acme.classifier
        entities: { BIRD: acme.bird }
        model: .
        {{more}}
        """)).Build();
}
