using BenchmarkDotNet.Running;

namespace Redaction.Benchmarks;

internal static class Program
{
    private static int Main(string[] args)
    {
        if (args is ["governance-scale", .. var sizes])
        {
            GovernanceScale.Run(sizes);
            return 0;
        }
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args, new ShortConfig());
        return 0;
    }
}
