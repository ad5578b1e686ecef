using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace Redaction.Onnx;

/// <summary>Keeps the telemetry client of ONNX Runtime's native library from starting: no connection, no device id, no files of its own.</summary>
/// <remarks>The library reads its switch from the environment once, when it starts. .NET keeps a copy of the environment of its own, which
/// native code does not see on Unix, so the switch is set in that of the C library, before anything of this assembly can load the library.</remarks>
internal static partial class NativeTelemetry
{
    private const string Switch = "ORT_DISABLE_TELEMETRY";
    private const string On = "1";

    /// <summary>Runs when the assembly is first used, whichever type of it is.</summary>
#pragma warning disable CA2255 // nothing else comes surely before the first tensor, option and session alike
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Forbid()
    {
        Environment.SetEnvironmentVariable(Switch, On); // the process's own on Windows; elsewhere what child processes inherit
        try
        {
            var isSet = OperatingSystem.IsWindows() ? SetForCRuntime(Switch, On) : SetForC(Switch, On, 1);
            if (isSet == 0) return;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            if (OperatingSystem.IsWindows()) return; // no shared C runtime to tell: the library's own starts from the process's environment
        }
        throw new RedactionException(ErrorCodes.MissingDependency, "onnx", "The telemetry of ONNX Runtime cannot be switched off on this platform.");
    }

    /// <summary>Where the host program had started ONNX Runtime before, its events are switched off from here on.</summary>
    public static void ForbidIn(OrtEnv environment) => environment.DisableTelemetryEvents();

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetForC(string name, string value, int overwrite);

    [LibraryImport("ucrtbase", EntryPoint = "_putenv_s", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetForCRuntime(string name, string value);
}
