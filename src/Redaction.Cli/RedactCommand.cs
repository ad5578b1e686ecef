using System.CommandLine;
using System.CommandLine.Help;
using System.Runtime.InteropServices;
using Redaction.Cli.Verbs;

namespace Redaction.Cli;

/// <summary>The <c>redact</c> command: its verbs, and the exit status of everything that can go wrong.</summary>
internal sealed class RedactCommand(CommandEnvironment environment)
{
    private int _signalStatus = ExitCodes.Interrupted;

    public int Run(IReadOnlyList<string> args)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(environment.Cancellation);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, stop, ExitCodes.Interrupted));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, stop, ExitCodes.Terminated));
        var root = CreateRoot(stop.Token);
        var parsed = root.Parse(args);
        if (parsed.Action is not HelpAction && UsageMistakes.Of(parsed) is { Count: > 0 } mistakes) return UsageError(parsed, mistakes);
        using var output = new StreamWriter(environment.Output, leaveOpen: true) { NewLine = "\n" };
        var status = parsed.Invoke(new InvocationConfiguration
        {
            Output = output,
            Error = environment.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
        output.Flush();
        environment.Output.Flush();
        return status;
    }

    private RootCommand CreateRoot(CancellationToken cancellation)
    {
        var root = new RootCommand(
            """
            Takes personal data out of text, images and calls.

            Examples:
              redact run samples --out out
              redact scan mail.txt --entities email,phone
              redact policy check policy.yaml
            """);
        var console = new VerbConsole(environment);
        Verb[] verbs =
        [
            new RunVerb(console), new ScanVerb(console), new WorkerVerb(console), new MergeVerb(console), new VerifyVerb(console),
            new EvalVerb(console),
            new AuditVerb(console), new KeysVerb(console), new RevealVerb(console), new SubjectsVerb(console), new RetentionVerb(console),
            new RecheckVerb(console), new DriftVerb(console), new RiskVerb(console), new EvidenceVerb(console), new PolicyVerb(console),
            new DetectorsVerb(console),
            new OperatorsVerb(console), new FormatsVerb(console), new ModelsVerb(console),
        ];
        foreach (var verb in verbs) root.Subcommands.Add(verb.Create((parsed, action) => Guarded(parsed, action, cancellation)));
        return root;
    }

    /// <summary>Gives every failure its exit status and one line that says what to do.</summary>
    private int Guarded(ParseResult parsed, Func<ParseResult, CancellationToken, int> action, CancellationToken cancellation)
    {
        try
        {
            return action(parsed, cancellation);
        }
        catch (PolicyException e)
        {
            return Fail(e.Message, ExitCodes.PolicyInvalid);
        }
        catch (ArgumentException e)
        {
            return Fail(e.Message, ExitCodes.Usage);
        }
        catch (RedactionException e) when (e.Code == ErrorCodes.Integrity)
        {
            return Fail(e.Message, ExitCodes.NotIntact);
        }
        catch (RedactionException e)
        {
            return Fail(e.Message, ExitCodes.Unexpected);
        }
        catch (OperationCanceledException)
        {
            return Fail("stopped; nothing half-written was left behind", _signalStatus);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail($"{e.GetType().Name}: {e.Message}", ExitCodes.Unexpected);
        }
        catch (Exception e)
        {
            // The message of an unknown failure could quote its input.
            return Fail($"unexpected failure ({e.GetType().Name}); this is a mistake in the program", ExitCodes.Unexpected);
        }
    }

    private int UsageError(ParseResult parsed, List<string> mistakes)
    {
        foreach (var mistake in mistakes) environment.Error.WriteLine($"redact: {mistake}");
        environment.Error.WriteLine(
            $"'redact {parsed.CommandResult.Command.Name} --help' shows how it is used.".Replace("redact redact", "redact",
                StringComparison.Ordinal));
        return ExitCodes.Usage;
    }

    private int Fail(string message, int status)
    {
        environment.Error.WriteLine($"redact: {message}");
        return status;
    }

    private void Stop(PosixSignalContext context, CancellationTokenSource stop, int status)
    {
        context.Cancel = true;
        _signalStatus = status;
        stop.Cancel();
    }
}
