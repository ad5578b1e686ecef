using System.Runtime.InteropServices;

namespace Redaction.Image;

/// <summary>Starts libvips once: one thread a call, no caches, and no log lines, which could carry content.</summary>
internal static unsafe class VipsLibrary
{
    private static readonly Type? s_failure = Start();

    /// <summary>True from 8.15, where savers take <c>keep</c> in place of <c>strip</c>.</summary>
    public static bool HasKeep => VipsNative.Version(0) > 8 || VipsNative.Version(1) >= 15;

    public static void EnsureLoaded()
    {
        if (s_failure is not null)
            throw new RedactionException(ErrorCodes.MissingDependency, VipsCodec.ComponentId,
                "The native library libvips cannot be loaded on this platform.", s_failure);
    }

    /// <summary>What its loaders and savers call a format.</summary>
    public static string NameOf(ImageFormat format) => format == ImageFormats.Avif ? "heif" : format.Id;

    private static Type? Start()
    {
        try
        {
            if (VipsNative.Init("redaction") != 0) return typeof(DllNotFoundException);
            VipsNative.SetConcurrency(1);
            VipsNative.SetCacheMax(0);
            VipsNative.SetLogHandler(&Drop, 0);
            return null;
        }
        catch (Exception e)
            when (e is DllNotFoundException or EntryPointNotFoundException or BadImageFormatException or TypeInitializationException)
        {
            return e.GetType();
        }
    }

    [UnmanagedCallersOnly]
    private static void Drop(byte* domain, int level, byte* message, void* data) { }
}
