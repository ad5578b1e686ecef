using System.CommandLine;
using System.Text;
using Redaction.Audio;

namespace Redaction.Cli.Verbs;

/// <summary><c>redact reveal slice</c>.</summary>
internal sealed class RevealSliceVerb(VerbConsole console) : Verb(console)
{
    private readonly Argument<string> _file =
        new("FILE") { Description = "A text or a WAV file that 'redact run' or 'redact reveal view' wrote." };
    private readonly Option<string> _out = new("--out", "-o") { Description = "The new file.", HelpName = "FILE", Required = true };
    private readonly Option<double?> _from = new("--from")
    {
        Description =
        "Where the segment begins: characters of a text, seconds of a recording.",
        HelpName = "X",
        Required = true
    };
    private readonly Option<double?> _to = new("--to") { Description = "Where it ends, exclusive.", HelpName = "X", Required = true };
    private readonly Option<double> _around = new("--around")
    {
        Description =
        "What is left on both sides: words of a text, seconds of a recording.",
        HelpName = "N",
        DefaultValueFactory = static _ => 0
    };
    private readonly Option<int?> _line =
        new("--line") { Description = "Texts: only this line (1-based); the segment counts from its beginning.", HelpName = "N" };

    public override Command Create(VerbGuard guard)
    {
        var slice = new Command("slice",
            """
            Cuts out what a task needs: a segment with a few words or seconds around it.

            Examples:
              redact reveal slice out/mail.txt --from 120 --to 160 --around 20 --out task.txt
              redact reveal slice out/call.wav --from 12.3 --to 19 --around 2 --out task.wav
            """) { _file, _from, _to, _around, _line, _out };
        slice.SetAction(parsed => guard(parsed, Run));
        return slice;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var (path, from, to, around) =
            (parsed.GetRequiredValue(_file), parsed.GetValue(_from)!.Value, parsed.GetValue(_to)!.Value, parsed.GetValue(_around));
        if (!(from >= 0 && to >= from && around >= 0))
            throw new ArgumentException("--from, --to and --around are 0 or more, and --to is not below --from.");
        using var output = new FileStream(parsed.GetRequiredValue(_out), FileMode.CreateNew, FileAccess.Write);
        if (Path.GetExtension(path).Equals(".wav", StringComparison.OrdinalIgnoreCase))
        {
            using var wav = File.OpenRead(path);
            AudioPatch.Cut(wav, output, AudioSpan.FromBounds(Ticks(Math.Max(0, from - around)), Ticks(to + around)), cancellation);
            return ExitCodes.Done;
        }
        var text = Text(path, parsed.GetValue(_line));
        if (to > text.Length) throw new ArgumentException($"The text has {text.Length} characters.");
        var span = TaskSlice.Of(text, TextSpan.FromBounds((int)from, (int)to), (int)around);
        output.Write(Encoding.UTF8.GetBytes(text.Substring(span.Start, span.Length)));
        return ExitCodes.Done;
    }

    private static string Text(string path, int? line)
    {
        if (line is not { } number) return File.ReadAllText(path);
        return File.ReadLines(path).Skip(number - 1).FirstOrDefault() is { } text && number > 0 ? text
            : throw new ArgumentException($"The file has no line {number}.");
    }

    private static long Ticks(double seconds) => (long)Math.Round(seconds * TimeSpan.TicksPerSecond);
}
