using System.CommandLine;
using System.CommandLine.Parsing;

namespace Redaction.Cli;

/// <summary>Words mistakes of a command line so that the next try is right.</summary>
internal static class UsageMistakes
{
    /// <summary>What is wrong, one line each; empty where the line can be run.</summary>
    public static List<string> Of(ParseResult parsed)
    {
        var told = new List<string>();
        var command = parsed.CommandResult.Command;
        var isPlain = false;
        foreach (var token in parsed.Tokens)
        {
            isPlain |= token.Type == TokenType.DoubleDash; // behind it stand names of files
            if (!isPlain && token.Type == TokenType.Argument && token.Value.Length > 2
                && token.Value.StartsWith("--", StringComparison.Ordinal))
                told.Add(Unknown("option", token.Value, Options(parsed)));
        }
        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [[not '-', ..] word, ..])
            told.Add(Unknown("command", word, [.. command.Subcommands.Select(static c => c.Name)]));
        if (told.Count == 0) told.AddRange(parsed.Errors.Select(static e => e.Message));
        return told;
    }

    private static string Unknown(string what, string given, string[] valid) =>
        $"There is no {what} '{given}'" + (Choices.Closest(given, valid) is { } meant ? $": did you mean '{meant}'?" : ".");

    private static string[] Options(ParseResult parsed)
    {
        var names = new List<string>();
        for (SymbolResult? at = parsed.CommandResult; at is CommandResult command; at = command.Parent)
            names.AddRange(command.Command.Options.Select(static o => o.Name));
        return [.. names];
    }
}
