using System.Buffers.Binary;
using System.Security.Cryptography;
using Whisper.net;

namespace Redaction.Audio.Whisper;

/// <summary>A model file of whisper.cpp: read for its hash when it is named, loaded when it is first needed.</summary>
internal sealed class WhisperModel
{
    /// <summary>Names it in failures.</summary>
    public const string Component = "whisper";

    private const uint Magic = 0x67676d6c; // "ggml", as whisper.cpp writes it
    private readonly string _path;
    private readonly Lazy<WhisperFactory> _factory;

    /// <summary>Reads the file for its hash.</summary>
    /// <param name="path">Where it lies.</param>
    /// <exception cref="RedactionException">It cannot be read, or is no model.</exception>
    public WhisperModel(string path)
    {
        _path = Path.GetFullPath(path);
        Name = Path.GetFileName(_path);
        Sha256 = Hash(_path);
        _factory = new(Load); // what fails fails again: it is not tried for each recording
    }

    /// <summary>The name of the file.</summary>
    public string Name { get; }

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>The loaded model.</summary>
    /// <exception cref="RedactionException">It cannot be loaded.</exception>
    public WhisperFactory Factory => _factory.Value;

    /// <summary>Returns the name of the file.</summary>
    public override string ToString() => Name;

    /// <summary>What a failure to load means.</summary>
    /// <param name="failure">What Whisper.net threw: an exception of no type of its own where there is no native library.</param>
    internal static RedactionException Refusal(Exception failure) => failure is WhisperModelLoadException
        ? new(ErrorCodes.Malformed, Component, "The model cannot be loaded: it is cut off, or of another version. Get it again.",
            failure.GetType())
        : new(ErrorCodes.MissingDependency, Component,
            "Whisper's native library is missing or cannot run here: add the package Whisper.net.Runtime (or Whisper.net.Runtime.NoAvx, "
            + ".Cuda, .Vulkan, .CoreML) of the version of Whisper.net to the application.", failure.GetType());

    private WhisperFactory Load()
    {
        try
        {
            var factory = WhisperFactory.FromPath(_path);
            factory.CreateBuilder(); // throws where the model could not be loaded
            return factory;
        }
        catch (Exception e) when (e is not RedactionException)
        {
            throw Refusal(e);
        }
    }

    private static string Hash(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            Span<byte> head = stackalloc byte[sizeof(uint)];
            if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length
                || BinaryPrimitives.ReadUInt32LittleEndian(head) != Magic)
                throw new RedactionException(ErrorCodes.UnsupportedFormat, Component,
                    "The file is no model of whisper.cpp: take one in its own format (ggml-….bin), not GGUF, PyTorch or ONNX.");
            file.Position = 0;
            return Convert.ToHexStringLower(SHA256.HashData(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RedactionException(ErrorCodes.Unreadable, Component,
                "The model's file cannot be read: name a model of whisper.cpp on this machine; none is downloaded.", e.GetType());
        }
    }
}
