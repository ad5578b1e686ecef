using Microsoft.ML.OnnxRuntime;

namespace Redaction.Onnx;

/// <summary>One arena for the tensors of all models of the process: models that run one after the other use the same memory.</summary>
internal static class SharedMemory
{
    private const int AsRequested = 1; // the arena grows by what is asked for, not to the next power of two
    private static readonly bool s_isRegistered = Register();

    /// <summary>Makes a session take its memory from the arena.</summary>
    public static void Use(SessionOptions session)
    {
        if (s_isRegistered) session.AddSessionConfigEntry("session.use_env_allocators", "1");
    }

    private static bool Register()
    {
        var environment = OrtEnv.Instance();
        NativeTelemetry.ForbidIn(environment);
        using var memory = new OrtMemoryInfo(OrtMemoryInfo.allocatorCPU, OrtAllocatorType.ArenaAllocator, 0, OrtMemType.Default);
        using var arena = new OrtArenaCfg(0, AsRequested, -1, -1); // no limit, the default sizes
        try
        {
            environment.CreateAndRegisterAllocator(memory, arena);
            return true;
        }
        catch (OnnxRuntimeException)
        {
            return false; // the host program has registered one of its own
        }
    }
}
