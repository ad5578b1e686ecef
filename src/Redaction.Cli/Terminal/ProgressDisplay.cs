using System.Globalization;
using Redaction.Batch;
using Spectre.Console;

namespace Redaction.Cli;

/// <summary>A progress bar while something runs, where a person watches.</summary>
internal static class ProgressDisplay
{
    public static T While<T>(VerbConsole console, string what, Func<IProgress<BatchProgress>?, T> run)
    {
        if (!console.Environment.Watched) return run(null);
        return console.Person.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(),
                new SpinnerColumn())
            .Start(context => run(new Bar(context.AddTask(what), what)));
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
