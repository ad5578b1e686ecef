namespace Redaction.Text;

/// <summary>Works through a text file of any length in windows.</summary>
internal sealed class TextWindow
{
    private readonly int _window;
    private readonly int _margin;

    /// <summary>Characters that are worked through at a time, and characters of context on both sides of a cut;
    /// no detector may look further.</summary>
    public TextWindow(int window, int margin)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(margin, 1);
        _window = window;
        _margin = margin;
    }

    public void Redact(Stream input, Stream output, DocumentJob job, ITextReading reading)
    {
        var (reader, writer) = TextEncoding.Open(input, output, job.Account, reading.Declares);
        var opaque = new OpaqueScanner(job.Account);
        using (reader)
        using (writer)
        {
            using var rounds = new WindowRounds(_window, _margin, job, reading, opaque);
            for (var ended = false; !ended;)
            {
                var free = rounds.Free;
                var read = TextEncoding.Read(reader, free);
                ended = read < free.Length;
                if (!ended && reading.StartsAnywhere && job.PlansAhead && WindowRounds.NextStart(free, _window, _margin) > 0)
                {
                    using var ahead = new WindowsAhead(reader, job, reading, free, _window, _margin);
                    rounds.Advance(read);
                    rounds.Run(isLast: false, writer);
                    ahead.Run(rounds, writer);
                    break;
                }
                rounds.Advance(read);
                rounds.Run(ended, writer);
            }
        }
        opaque.End();
    }
}
