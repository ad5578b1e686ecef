// An app that knows only the packed packages: redacts one sample of every medium and fails loudly when a value is left.
using System.Text;
using PackageSmoke;
using Redaction;
using Redaction.Audio;

var samples = args[0];
var redactor = new RedactionEngineBuilder().Build();

Check("text", redactor.Text.Redact("Write to jane.doe@example.com") == "Write to [email]");

var counter = new Counter();
using (var photo = File.OpenRead(Path.Combine(samples, "photos", "astronaut.jpg")))
    redactor.Images.Redact(photo, Stream.Null, observer: counter);
Check("image", counter.Count > 0);

using var wav = File.OpenRead(Path.Combine(samples, "calls", "support-call.wav"));
using var transcript = File.OpenRead(Path.Combine(samples, "calls", "support-call.json"));
using var wavOut = new MemoryStream();
using var transcriptOut = new MemoryStream();
var summary = redactor.Calls.Redact(
    wav, transcript, TranscriptFormats.WhisperJson, wavOut, transcriptOut);
Check("call", summary.MaskedSeconds > 1 && !Encoding.UTF8.GetString(transcriptOut.ToArray()).Contains("4111", StringComparison.Ordinal));

await FirstSteps.CheckAsync(samples, Check);
await Bridges.CheckAsync(redactor, samples, Check);

static void Check(string name, bool ok)
{
    Console.WriteLine($"{name}: {(ok ? "ok" : "FAILED")}");
    if (!ok) Environment.Exit(1);
}

sealed class Counter : RedactionObserver
{
    public int Count { get; private set; }

    public override void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text) =>
        Count += plan.Items.Length;
}
