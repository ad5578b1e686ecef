using Redaction.Cli;

return new RedactCommand(CommandEnvironment.OfProcess()).Run(args);
