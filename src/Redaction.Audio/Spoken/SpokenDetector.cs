namespace Redaction.Audio;

/// <summary>Finds what only speech shows: number runs, spelled names, mail addresses said aloud,
/// and what answers a question for a value.</summary>
/// <remarks>In transcripts it always runs; in other text only where the data type is <c>call-transcript</c>.</remarks>
internal sealed class SpokenDetector : ITextDetector
{
    /// <summary>The data type that marks text as speech.</summary>
    public const string DataType = "call-transcript";

    private readonly int _minimumDigits;

    /// <summary>Makes a detector.</summary>
    /// <param name="minimumDigits">From how many digits on a run of digits that nothing explains is reported; 6 unless told.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 3.</exception>
    public SpokenDetector(int minimumDigits = 6)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumDigits, 3);
        _minimumDigits = minimumDigits;
    }

    /// <inheritdoc/>
    public DetectorInfo Info { get; } = new("spoken", SpokenEntities.All);

    /// <inheritdoc/>
    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (source.Context.DataType != DataType) return;
        var words = new SpokenWords(source.Text, SpokenLanguages.For(source.Text, source.Context.Locale));
        var values = new List<SpokenValue>();
        var scene = new SpokenScene(SpokenReading.Read(words), new CueTrack(words), _minimumDigits);
        values.AddRange(scene.Reading.Mails);
        NumberRule.Find(words, scene, values);
        PostcodeRule.Find(words, scene, values);
        DateRule.Find(words, scene, values);
        EchoRule.Find(scene, values);
        SpelledRule.Find(words, scene, values);
        AddressRule.Find(words, scene, values);
        if ((words.Table.Order & SpokenOrder.NumberLast) != 0) AddressAnswerRule.Find(words, values);
        WebRule.Find(words, scene, values);
        SecretRule.Find(words, scene, values);
        // what was misheard is told better by a dictionary, where there is one
        if (!words.Table.HasWords) AnswerLineRule.Find(words, scene, values);
        NameRule.Find(words, scene, values);
        foreach (var value in values) SpokenFindings.Add(words, value.First, value.Last, value.Type, value.Score, Info.Id, findings);
    }
}
