using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace Redaction.Onnx;

/// <summary>Keeps the telemetry client of ONNX Runtime's native library from starting: no connection, no device id, no files.</summary>
/// <remarks>The library reads its switch from the environment once, when it starts. On Unix .NET keeps its own copy of the
/// environment, which native code does not see: the switch is set in that of the C library, before anything of this assembly can
/// load the native one.</remarks>
internal static partial class NativeTelemetry
{
    private const string Switch = "ORT_DISABLE_TELEMETRY";
    private const string On = "1";

    /// <summary>Runs when the assembly is first used, whichever of its types it is.</summary>
    /// <exception cref="RedactionException">It cannot be switched off (<see cref="ErrorCodes.MissingDependency"/>).</exception>
#pragma warning disable CA2255 // nothing else comes surely before the first tensor, option and session alike
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Forbid()
    {
        Environment.SetEnvironmentVariable(Switch, On); // the process's own on Windows, elsewhere what child processes inherit
        if (!OperatingSystem.IsWindows() && SetInC(Switch, On, 1) != 0)
            throw new RedactionException(ErrorCodes.MissingDependency, "onnx", "The telemetry of ONNX Runtime cannot be switched off.");
    }

    /// <summary>Switches its events off by its own means: all there is where the host program started ONNX Runtime first, and on
    /// Windows, where the library writes them to the system's event tracing instead.</summary>
    public static void ForbidIn(OrtEnv environment) => environment.DisableTelemetryEvents();

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetInC(string name, string value, int overwrite);
}
