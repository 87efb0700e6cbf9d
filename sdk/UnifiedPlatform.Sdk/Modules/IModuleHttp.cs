namespace UnifiedPlatform.Sdk.Modules;

/// <summary>Calls to the outside, the module's replacement for <c>HttpClient</c> and its factory: only hosts the manifest names (<c>http:host</c>) and an administrator granted,
/// no address of the inner network unless the grant names it, redirects only inside the list, 10 seconds, 10 MB, no proxy or credentials of the machine.</summary>
public interface IModuleHttp
{
    /// <summary>The invoker for a host, without scheme: <c>api.example.org</c> or <c>10.1.2.3:8443</c>. It lives as long as the generation; never dispose it.</summary>
    /// <exception cref="CapabilityDeniedException">The host is not declared or not granted.</exception>
    HttpMessageInvoker For(string host);
}
