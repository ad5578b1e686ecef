using System.Diagnostics;

namespace Redaction.Evaluation;

/// <summary>Measures time per item, throughput and the peak memory of the process.</summary>
internal sealed class RunClock
{
    private readonly List<double> _milliseconds = [];
    private long _started;
    private long _work;

    public void Start() => _started = Stopwatch.GetTimestamp();

    public void Stop(long work)
    {
        _milliseconds.Add(Stopwatch.GetElapsedTime(_started).TotalMilliseconds);
        _work += work;
    }

    public FigureTree Figures(string throughput)
    {
        var figures = new FigureTree();
        if (_milliseconds.Count == 0) return figures;
        var all = _milliseconds.Sum();
        _milliseconds.Sort();
        figures.Set("seconds", all / 1000);
        figures.Set("millisecondsMedian", _milliseconds[_milliseconds.Count / 2]);
        figures.Set("milliseconds95", _milliseconds[(int)(0.95 * (_milliseconds.Count - 1))]);
        figures.Set(throughput, all == 0 ? null : _work / all * 1000);
        using var process = Process.GetCurrentProcess();
        figures.Set("peakMebibytes", process.PeakWorkingSet64 / 1048576.0);
        return figures;
    }
}
