using System.Diagnostics;
using System.Globalization;
using Redaction.Batch;
using Spectre.Console;

namespace Redaction.Cli;

/// <summary>A progress bar while something runs, where a person watches; a line every ten seconds where none does.</summary>
internal static class ProgressDisplay
{
    public static T While<T>(VerbConsole console, string what, Func<IProgress<BatchProgress>?, T> run)
    {
        if (!console.Environment.Watched) return run(new Lines(console.Environment.Error, what));
        return console.Person.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(),
                new SpinnerColumn())
            .Start(context => run(new Bar(context.AddTask(what), what)));
    }

    private sealed class Lines(TextWriter error, string what) : IProgress<BatchProgress>
    {
        private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(10);
        private readonly Stopwatch _running = Stopwatch.StartNew();
        private TimeSpan _next = s_pause;

        public void Report(BatchProgress value)
        {
            if (_running.Elapsed < _next) return;
            _next = _running.Elapsed + s_pause;
            var left = _running.Elapsed * ((value.Total - value.Done) / (double)Math.Max(1, value.Done));
            error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{what} {value.Done}/{value.Total}, {value.Findings} findings, {value.Failed} failed, about {left:hh\\:mm\\:ss} left"));
        }
    }

    private sealed class Bar(ProgressTask task, string what) : IProgress<BatchProgress>
    {
        public void Report(BatchProgress value)
        {
            task.MaxValue = Math.Max(1, value.Total);
            task.Value = value.Done;
            var failed = value.Failed > 0 ? string.Create(CultureInfo.InvariantCulture, $", [red]{value.Failed:N0} failed[/]") : "";
            task.Description = string.Create(CultureInfo.InvariantCulture,
                $"{what} [grey]{value.Done:N0}/{value.Total:N0}, {value.Findings:N0} findings[/]{failed}");
        }
    }
}
