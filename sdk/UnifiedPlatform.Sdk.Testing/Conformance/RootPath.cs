using Microsoft.Diagnostics.Runtime;

namespace UnifiedPlatform.Sdk.Testing.Conformance;

/// <summary>Walks this process's heap from its roots to what belongs to a module, to name what holds it.</summary>
internal static class RootPath
{
    private const int Longest = 12;

    /// <summary>The shortest chain of references that reaches code of that version, or why it cannot be told.</summary>
    public static string Of(string module, string version)
    {
        try
        {
            // A process cannot look into itself while it runs: the runtime writes a copy of its memory, which is read and deleted.
            using var target = DataTarget.CreateSnapshotAndAttach(Environment.ProcessId);
            using var runtime = target.ClrVersions[0].CreateRuntime();
            return Find(runtime.Heap, $"/{module}/{version}/") is { } chain ? $"Held by: {string.Join(" → ", chain)}" : "No root path was found: it was collected meanwhile, or a thread's stack holds it.";
        }
        catch (Exception failure)
        {
            // The name of the holder is help beside the finding; whatever keeps it from being found must not hide that.
            return $"The root path cannot be read here ({failure.GetType().Name}).";
        }
    }

    private static IReadOnlyList<string>? Find(ClrHeap heap, string folder)
    {
        var from = new Dictionary<ulong, (ulong Parent, string? Root)>();
        var next = new Queue<ulong>();
        foreach (var root in heap.EnumerateRoots())
            if (root.RootKind is not ClrRootKind.Stack && root.Object.IsValid && from.TryAdd(root.Object, (0, root.RootKind.ToString()))) next.Enqueue(root.Object);
        while (next.TryDequeue(out var address))
        {
            var current = heap.GetObject(address);
            if (Belongs(current, folder)) return Chain(heap, from, address);
            foreach (var reference in current.EnumerateReferences(carefully: true))
                if (reference.IsValid && from.TryAdd(reference, (address, null))) next.Enqueue(reference);
        }
        return null;
    }

    // Each installed version is loaded from a folder of its own.
    private static bool Belongs(ClrObject current, string folder) => current.Type?.Module?.Name is { } file && file.Replace('\\', '/').Contains(folder, StringComparison.Ordinal);

    private static List<string> Chain(ClrHeap heap, Dictionary<ulong, (ulong Parent, string? Root)> from, ulong end)
    {
        var chain = new List<string>();
        for (var at = end; ; at = from[at].Parent)
        {
            chain.Insert(0, heap.GetObject(at).Type?.Name ?? "?");
            if (from[at].Root is not { } root) continue;
            chain.Insert(0, root);
            return chain.Count <= Longest ? chain : [.. chain.Take(Longest / 2), "…", .. chain.TakeLast(Longest / 2)];
        }
    }
}
