using System.Text.Json;
using System.Text.Json.Serialization;
using UnifiedPlatform.Runtime;

namespace UnifiedPlatform.Host.Identity.Rights;

/// <summary>Which permissions a role gives and in which scope: the host's table and what the modules' manifests suggest.</summary>
internal sealed class RoleMatrix(IServiceProvider services)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    // Resolved late: the runtime itself is built from rooms that ask for rights.
    private readonly Lazy<IModuleRuntime?> _modules = new(services.GetService<IModuleRuntime>);
    private volatile Built? _built;

    /// <summary>The roles, in the order of the matrix.</summary>
    public static IReadOnlyList<Role> Roles { get; } = Read();

    /// <summary>Rises with every change of the modules' permissions.</summary>
    public string Version => Current().Version;

    /// <summary>Permissions of a role with their scope letters; empty for posts of service items, which only name who stands where.</summary>
    public IReadOnlyDictionary<string, string> Of(string role) => Current().Roles.GetValueOrDefault(role) ?? new Dictionary<string, string>();

    private IReadOnlyList<ModuleStatus> Modules => _modules.Value?.Modules ?? [];

    private Built Current()
    {
        var version = string.Join(';', Modules.Where(module => module.Manifest is not null).Select(module => module.Id + module.Manifest!.Version));
        if (_built is { } built && built.Version == version) return built;
        return _built = new Built(version, Roles.ToDictionary(role => role.Key, Permissions, StringComparer.Ordinal));
    }

    private IReadOnlyDictionary<string, string> Permissions(Role role)
    {
        var all = new Dictionary<string, string>(role.Permissions, StringComparer.Ordinal);
        foreach (var permission in Modules.SelectMany(module => module.Manifest?.Permissions ?? []))
            if (permission.Roles.Contains(role.Key, StringComparer.Ordinal))
                all[permission.Id] = role.Scopes?.GetValueOrDefault(permission.Id) ?? role.Scope;
        return all;
    }

    private static IReadOnlyList<Role> Read()
    {
        using var stream = typeof(RoleMatrix).Assembly.GetManifestResourceStream("roles.json") ?? throw new InvalidOperationException("roles.json is not in the assembly.");
        return JsonSerializer.Deserialize<RolesFile>(stream, Json)?.Roles ?? throw new InvalidOperationException("roles.json is empty.");
    }

    private sealed record RolesFile(IReadOnlyList<Role> Roles);

    private sealed record Built(string Version, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Roles);
}
