namespace Redaction.Audio;

/// <summary>The account of a transcript and of its recording: what of both was searched.</summary>
internal static class CallAccount
{
    /// <summary>The part of a call's ledger that counts the transcript.</summary>
    public const string Transcript = "transcript";

    private const int FewestWords = 4;
    private const int MostCompared = 64;

    /// <summary>
    /// Counts a recording with its transcript as a part, and refuses both if something is not understood.
    /// </summary>
    /// <param name="read">The transcript.</param>
    /// <param name="header">The recording.</param>
    /// <param name="unheard">Where somebody speaks away from any word.</param>
    /// <param name="words">Takes the account of the transcript.</param>
    /// <param name="sound">Takes that of the recording.</param>
    /// <exception cref="RedactionException">Something is not understood, and a ledger does not let it pass.</exception>
    public static void OfCall(Transcript read, WavHeader header, List<AudioSpan> unheard, SearchLedger words, SearchLedger sound)
    {
        OfTranscript(read, words, hasSound: true);
        OfSound(header, unheard, sound);
        sound.AddPart(Transcript, words);
    }

    /// <summary>Counts the bytes of a transcript.</summary>
    /// <param name="read">The transcript.</param>
    /// <param name="ledger">Takes the account.</param>
    /// <param name="hasSound">There is a recording: what has no place between two cues cannot be taken out of it.</param>
    public static void OfTranscript(Transcript read, SearchLedger ledger, bool hasSound)
    {
        ledger.CountIn(read.WrittenIn is null ? "bytes" : "bytes of UTF-8");
        var choice = hasSound && ledger.Choice == UnsearchedChoice.Erase ? UnsearchedChoice.Refuse : ledger.Choice;
        read.Coverage.Tell(read.Content, ledger, ledger.Choice, choice);
        if (hasSound) AddWordsWithoutTimes(read, ledger, choice);
    }

    /// <summary>Counts the frames of a recording: those under and near words were searched, and those in which nobody speaks.</summary>
    public static void OfSound(WavHeader header, List<AudioSpan> unheard, SearchLedger ledger)
    {
        ledger.CountIn("frames", Medium.Audio);
        long at = 0;
        foreach (var speech in unheard)
        {
            var first = Math.Clamp(speech.FirstFrame(header.SampleRate), at, header.Frames);
            var end = Math.Min(speech.EndFrame(header.SampleRate), header.Frames);
            if (end <= first) continue;
            ledger.AddSearched(first - at);
            ledger.AddUnsearched(new("away-from-words", end - first, ledger.Choice) { Offset = first });
            at = end;
        }
        ledger.AddSearched(header.Frames - at);
    }

    /// <summary>Takes what is not understood out of a transcript; what is left can be read as before.</summary>
    public static void Erase(Transcript read, SearchLedger ledger, TranscriptEdits edits)
    {
        if (ledger.Choice != UnsearchedChoice.Erase) return;
        foreach (var left in read.Coverage.Leftovers)
        {
            if (!left.IsCertain) continue;
            // A column must not vanish; a line, or what stands in quotes or between tags, may.
            var isBounded = left.IsStrange || (left.Start > 0 && read.Content[left.Start - 1] is (byte)'"' or (byte)'\'' or (byte)'>');
            edits.Replace(left.Start, left.Length, isBounded ? [] : "0"u8.ToArray());
        }
    }

    /// <summary>
    /// Lists of words that the format does not know and that say something else than the text with times: nobody knows when that is spoken.
    /// </summary>
    private static void AddWordsWithoutTimes(Transcript read, SearchLedger ledger, UnsearchedChoice choice)
    {
        if (read.Lists.IsEmpty) return;
        var letters = new CanonicalText(read.Master.Text).Letters;
        foreach (var list in read.Lists)
        {
            var words = list.Parts.Take(MostCompared).ToArray();
            var unknown = words.Count(w => new CanonicalText(w.Field.Text).Letters is { Length: > 0 } word
                && !letters.Contains(word, StringComparison.Ordinal));
            if (words.Length < FewestWords || unknown * 2 <= words.Length) continue;
            var bytes = list.Parts.Sum(static p => (long)p.Field.Length);
            ledger.TakeBack(new("words-without-time", bytes, choice) { Path = list.Path, Offset = list.Parts[0].Field.Start });
        }
    }
}
