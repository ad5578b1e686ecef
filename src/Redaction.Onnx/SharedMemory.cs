using Microsoft.ML.OnnxRuntime;

namespace Redaction.Onnx;

/// <summary>One arena for the tensors of all models of the process: models that run one after the other use the same memory.</summary>
/// <remarks>Its first region is large enough for any of our models: what a run gives back becomes one piece again, whatever the next
/// run asks for. In regions of the sizes that were asked for, pieces of other sizes find no place, and pictures of many sizes made it
/// grow and grow.</remarks>
internal static class SharedMemory
{
    private const int Doubling = 0;           // how the arena grows
    private const int FirstRegion = 256 << 20; // bytes; of these only what is used is taken from the system
    private const int MostUnused = 1 << 20;    // bytes of a piece beyond what is asked for, from which on it is cut in two
    private static int s_hasLargePages;
    private static readonly bool s_isRegistered = Register();

    /// <summary>Makes a session take its memory from the arena.</summary>
    public static void Use(SessionOptions session)
    {
        if (s_isRegistered) session.AddSessionConfigEntry("session.use_env_allocators", "1");
    }

    /// <summary>Asks the system for large pages below the arena, of which a session has just taken its first memory: a model's first run
    /// touches a hundred megabytes, in small pages by as many thousand interrupts.</summary>
    public static void UseLargePages(InferenceSession session)
    {
        if (!s_isRegistered || Interlocked.Exchange(ref s_hasLargePages, 1) != 0) return;
        using var memory = new OrtMemoryInfo(OrtMemoryInfo.allocatorCPU, OrtAllocatorType.ArenaAllocator, 0, OrtMemType.Default);
        using var arena = new OrtAllocator(session, memory);
        using var piece = arena.Allocate(1);
        MappedPages.MakeLarge(piece.DangerousGetHandle(), FirstRegion);
    }

    private static bool Register()
    {
        var environment = OrtEnv.Instance();
        NativeTelemetry.ForbidIn(environment);
        using var memory = new OrtMemoryInfo(OrtMemoryInfo.allocatorCPU, OrtAllocatorType.ArenaAllocator, 0, OrtMemType.Default);
        using var arena = new OrtArenaCfg(0, Doubling, FirstRegion, MostUnused); // no limit
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
