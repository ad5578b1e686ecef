using BenchmarkDotNet.Running;

namespace Redaction.Benchmarks;

internal static class Program
{
    private static int Main(string[] args)
    {
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args, new ShortConfig());
        return 0;
    }
}
