using System.Collections.Frozen;

namespace Redaction.Batch;

/// <summary>Says in words why an item was refused and what to do.</summary>
internal static class ErrorSentences
{
    private static readonly FrozenDictionary<string, string> s_sentences = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [ErrorCodes.ComponentFailed] =
            "A part of the program failed at this item. Please report it, with the component and without the file.",
        [ErrorCodes.Unreadable] = "The file cannot be opened. Check that it is there and that you may read it.",
        [ErrorCodes.UnsupportedFormat] = "No format reads this file. 'redact formats' lists those there are; convert it to one of them.",
        [ErrorCodes.WrongExtension] = "The content is of another format than the name says. Give it the extension of what it is.",
        [ErrorCodes.Malformed] = "The content breaks the rules of its format. Mend it, or export it anew.",
        [ErrorCodes.Truncated] = "The content ends too early. Copy or export it anew.",
        [ErrorCodes.InvalidEncoding] = "The bytes are no text in the encoding that is stated or was detected. Save it as UTF-8.",
        [ErrorCodes.TooLarge] = "It is larger than the limit that protects memory. Split it.",
        [ErrorCodes.NoTranscript] =
            "A recording is redacted by its transcript. Put one beside it under the same name (call.wav, call.json), with times for the "
            + "words; have one made with --transcriber; or have all speech silenced with --without-transcript silence.",
        [ErrorCodes.NoTime] = "Something was found that has no time in the recording. Give a transcript with times for every word.",
        [ErrorCodes.SharedTranscript] =
            "Two recordings have one transcript, so that one would overwrite what the other leaves. "
            + "Give each a transcript of its own name.",
        [ErrorCodes.NoSuchField] =
            "None of the fields that were asked for is in it, so nothing of it was searched. Name one of its fields, or leave it out.",
        [ErrorCodes.MissingDependency] =
            "A model, a library or a program is missing, or is not the one that was shipped. Install it, or build again.",
        [ErrorCodes.ProgramFailed] =
            "A program that was named for this run failed, did not end in time or wrote nothing. Run its command by hand and see.",
        [ErrorCodes.Unsearched] =
            "A part of it cannot be searched; the manifest says where. Take that part out, or let the policy say 'unsearched: erase'.",
        [ErrorCodes.PersonalName] =
            "The name of the file, or of a folder above it, holds what the policy takes out. "
            + "Rename it, or let the policy say 'names: redact'.",
        [ErrorCodes.NotAFile] = "It is a pipe, a socket or a device. Only files are read; copy what it gives into one.",
        [ErrorCodes.InputChanged] = "The file was changed while it was read. Run again when nothing writes to it.",
        [ErrorCodes.Residue] = "Something is still found after it was masked. Let the policy say 'residue: mask', or mask it by hand.",
        [ErrorCodes.Unwritable] = "The output cannot be written. Check that you may write there.",
        [ErrorCodes.DiskFull] = "There is no space left for the output. Free some and run again.",
        [ErrorCodes.Integrity] = "Something was changed that must not change: a log, a store or a sealed value. Restore it.",
        [ErrorCodes.NotGranted] = "The grant does not allow this, has ended, or is used up. Ask for a new one.",
        [ErrorCodes.NoKey] = "The key is not there or was destroyed. Give the key ring of the project.",
        [ErrorCodes.OnHold] = "A legal hold forbids the deletion. Release it first.",
        [InputWalk.LinkCode] = "Links inside a folder are not followed. Give what it points to as an input of its own.",
        [FolderOutput.ReservedCode] = "The run itself writes a file of this name. Rename the input.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The sentence for a code: what is true of any item.</summary>
    public static string Of(string code) => s_sentences.GetValueOrDefault(code, "");

    /// <summary>The sentence for a code: what all its items of a run say, or else what is true of any.</summary>
    public static string Of(string code, BatchSummary summary) => summary.Advice.GetValueOrDefault(code) ?? Of(code);
}
