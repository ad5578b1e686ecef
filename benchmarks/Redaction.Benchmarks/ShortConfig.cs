using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Redaction.Benchmarks;

/// <summary>A short job in one process, so that the whole suite takes minutes; results as Markdown with the throughput in MB/s.</summary>
public sealed class ShortConfig : ManualConfig
{
    public ShortConfig()
    {
        AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(6).WithIterationCount(5).WithIterationTime(TimeInterval.FromMilliseconds(150)));
        AddColumnProvider(DefaultColumnProviders.Instance);
        AddColumn(new ThroughputColumn());
        AddDiagnoser(MemoryDiagnoser.Default);
        AddExporter(MarkdownExporter.GitHub);
        AddLogger(ConsoleLogger.Default);
        WithOptions(ConfigOptions.DisableLogFile | ConfigOptions.JoinSummary);
    }

    /// <summary>Characters of <see cref="Prose"/> a second, which for ASCII are bytes of UTF-8.</summary>
    private sealed class ThroughputColumn : IColumn
    {
        private static readonly Type[] s_overProse =
            [typeof(TextBench), typeof(DetectorBench), typeof(MoreDetectorsBench), typeof(FormatBench)];

        public string Id => "Throughput";
        public string ColumnName => "MB/s";
        public bool AlwaysShow => true;
        public ColumnCategory Category => ColumnCategory.Custom;
        public int PriorityInCategory => 0;
        public bool IsNumeric => true;
        public UnitType UnitType => UnitType.Dimensionless;
        public string Legend => "Millions of characters a second (bytes of UTF-8 for this text)";

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
        {
            if (!s_overProse.Contains(benchmarkCase.Descriptor.Type) || summary[benchmarkCase]?.ResultStatistics is not { } statistics)
                return "-";
            return (Prose.Length * 1000.0 / statistics.Mean).ToString("0.0", CultureInfo.InvariantCulture);
        }

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);
        public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;
        public bool IsAvailable(Summary summary) => true;
    }
}
