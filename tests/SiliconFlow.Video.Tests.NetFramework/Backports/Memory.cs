namespace SiliconFlow.Video.Tests.Backports;

/// <summary>What .NET Framework does not tell of its memory.</summary>
internal static class Memory
{
    extension(GC)
    {
        public static long GetAllocatedBytesForCurrentThread() => throw new OutOfReachException(".NET Framework does not count what a thread allocates.");
    }
}
