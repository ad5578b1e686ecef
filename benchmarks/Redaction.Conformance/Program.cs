namespace Redaction.Conformance;

/// <summary>Measures agreement with the test cases of other tools, what is found where there is nothing to find,
/// and what is masked on photographed documents.</summary>
internal static class Program
{
    private const string Usage = """
        usage: cases FILE [--list]        test cases of another tool, JSON lines with "entity", "text", "count" and "spans"
               ordinary PATH... [--list]  files and folders that hold no personal data
               documents FOLDER           photographs of benchmarks/documents/make.py
        --list also writes the texts that deviate, or what was found, to the terminal: do not keep it.
        """;

    /// <summary>The preset <c>default</c>, and amounts of money, which presets let through and other tools' tests expect.</summary>
    private static readonly RedactionPolicy s_policy = new(
        "conformance",
        new PolicyRule("label") { Entities = [new("amount")] },
        new PolicyRule("label") { MinScore = 0.5f },
        new PolicyRule("keep"));

    private static int Main(string[] args)
    {
        var list = args.Contains("--list");
        var paths = args.Skip(1).Where(static a => a != "--list").ToArray();
        if (paths.Length == 0) return Fail(Usage);
        var missing = paths.FirstOrDefault(static p => !File.Exists(p) && !Directory.Exists(p));
        if (missing is not null) return Fail($"There is no file or folder '{missing}'.");
        var redactor = new RedactionEngineBuilder().UsePolicy(s_policy).ForScanning().Build().Text;
        switch (args[0])
        {
            case "cases" when paths.Length == 1: CaseReport.Write(redactor, CaseFile.Read(paths[0]), Console.Out, list); return 0;
            case "ordinary":
                OrdinaryReport.Write(new RedactionEngineBuilder().ForScanning().Build().Text, paths, Console.Out, list);
                return 0;
            case "documents" when paths.Length == 1:
                new DocumentReport(new RedactionEngineBuilder().WithNames().ForScanning().Build().Images, Console.Out).Write(paths[0]);
                return 0;
            default: return Fail(Usage);
        }
    }

    private static int Fail(string message)
    {
        Console.Error.WriteLine(message);
        return 2;
    }
}
