namespace Redaction;

/// <summary>Codes of <see cref="RedactionException"/>. They appear in reports and scripts and stay stable.</summary>
public static class ErrorCodes
{
    /// <summary>A detector, refiner or operator threw.</summary>
    public const string ComponentFailed = "component-failed";
    /// <summary>The file cannot be opened or read.</summary>
    public const string Unreadable = "unreadable";
    /// <summary>No format reads this file.</summary>
    public const string UnsupportedFormat = "unsupported-format";
    /// <summary>The content is another format than the file's extension says.</summary>
    public const string WrongExtension = "wrong-extension";
    /// <summary>The content breaks the rules of its format.</summary>
    public const string Malformed = "malformed";
    /// <summary>The content ends too early.</summary>
    public const string Truncated = "truncated";
    /// <summary>The bytes are not valid in the text encoding.</summary>
    public const string InvalidEncoding = "invalid-encoding";
    /// <summary>The content is larger than the limit that protects memory (decompression bombs, huge tokens).</summary>
    public const string TooLarge = "too-large";
    /// <summary>Audio has no transcript beside it.</summary>
    public const string NoTranscript = "no-transcript";
    /// <summary>Several recordings have one transcript between them.</summary>
    public const string SharedTranscript = "shared-transcript";
    /// <summary>A finding in a transcript has no time, so it cannot be taken out of the audio.</summary>
    public const string NoTime = "no-time";
    /// <summary>A needed native library or model is missing or is not the expected one.</summary>
    public const string MissingDependency = "missing-dependency";
    /// <summary>A program that the caller named, such as one that makes transcripts, failed or did not end in time.</summary>
    public const string ProgramFailed = "program-failed";
    /// <summary>A part of the item is nothing that any reader or detector understands.</summary>
    public const string Unsearched = "unsearched";
    /// <summary>None of the fields that were to be looked into is in the item.</summary>
    public const string NoSuchField = "no-such-field";
    /// <summary>The name of a file, or of a folder above it, holds what the policy takes out.</summary>
    public const string PersonalName = "personal-name";
    /// <summary>It is no file: a pipe, a socket or a device.</summary>
    public const string NotAFile = "not-a-file";
    /// <summary>The input was changed while it was read.</summary>
    public const string InputChanged = "input-changed";
    /// <summary>What should have been masked is still found in the output.</summary>
    public const string Residue = "residue";
    /// <summary>The output cannot be written.</summary>
    public const string Unwritable = "unwritable";
    /// <summary>There is no space left for the output.</summary>
    public const string DiskFull = "disk-full";
    /// <summary>Something was changed that must not change: a log, a store, a sealed value.</summary>
    public const string Integrity = "integrity";
    /// <summary>The grant does not allow this, has ended, or is used up.</summary>
    public const string NotGranted = "not-granted";
    /// <summary>The key is not there or was destroyed.</summary>
    public const string NoKey = "no-key";
    /// <summary>A legal hold forbids the deletion.</summary>
    public const string OnHold = "on-hold";
}
