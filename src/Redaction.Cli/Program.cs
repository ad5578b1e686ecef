using Redaction.Cli;

NativeArenas.Share();
return new RedactCommand(CommandEnvironment.OfProcess()).Run(args);
