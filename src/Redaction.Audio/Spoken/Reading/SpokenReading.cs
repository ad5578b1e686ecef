namespace Redaction.Audio;

/// <summary>What was read in a transcript: runs of digits and letters, and mail addresses.</summary>
internal sealed class SpokenReading
{
    private SpokenReading(List<SpokenRun> runs, List<SpokenValue> mails)
    {
        Runs = runs;
        Mails = mails;
    }

    public List<SpokenRun> Runs { get; }

    public List<SpokenValue> Mails { get; }

    public static SpokenReading Read(in SpokenWords words)
    {
        var mails = new List<SpokenValue>();
        var floor = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].May(WordKinds.Symbol) || MailReader.Read(words, i, floor) is not { } mail) continue;
            mails.Add(mail);
            floor = mail.Last + 1;
            i = mail.Last;
        }
        return new(RunReader.Read(words), mails);
    }
}
