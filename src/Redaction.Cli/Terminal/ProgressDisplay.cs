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
        if (!console.Environment.Watched)
        {
            using var lines = new Lines(console.Environment.Error, what);
            return run(lines);
        }
        return console.Person.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(),
                new SpinnerColumn())
            .Start(context => run(new Bar(context.AddTask(what), what)));
    }

    /// <summary>Tells every ten seconds, in the middle of a long item too.</summary>
    private sealed class Lines : IProgress<BatchProgress>, IDisposable
    {
        private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(10);
        private readonly Stopwatch _running = Stopwatch.StartNew();
        private readonly Lock _lock = new();
        private readonly Timer _timer;
        private readonly TextWriter _error;
        private readonly string _what;
        private BatchProgress _last;

        public Lines(TextWriter error, string what)
        {
            (_error, _what) = (error, what);
            _timer = new(_ => Tell(), null, s_pause, s_pause);
        }

        public void Report(BatchProgress value)
        {
            lock (_lock) _last = value;
        }

        public void Dispose() => _timer.Dispose();

        private void Tell()
        {
            lock (_lock)
            {
                if (_last.Total == 0) return; // nothing is done yet
                var left = _running.Elapsed * ((_last.Total - _last.Done) / (double)Math.Max(1, _last.Done));
                var memory = Environment.WorkingSet >> 20;
                _error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{_what} {_last.Done}/{_last.Total}, {_last.Findings} findings, {_last.Failed} failed, {memory} MB of memory, ")
                    + string.Create(CultureInfo.InvariantCulture, $"about {left:hh\\:mm\\:ss} left"));
            }
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
