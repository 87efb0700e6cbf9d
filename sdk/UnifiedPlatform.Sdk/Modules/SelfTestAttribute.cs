namespace UnifiedPlatform.Sdk.Modules;

/// <summary>An address the host gets before a version takes over, as the module itself. An answer of 400 or above keeps the version out, and the one before it serves on.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class SelfTestAttribute(string path) : Attribute
{
    /// <summary>Path relative to the module, e.g. <c>/api/self-test</c>.</summary>
    public string Path { get; } = path;
}
