using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Sdk.Access;

/// <summary>Tells a scope's context which rows exist for who acts in it. Asked whenever a query runs, since who acts may be said after the context was made.</summary>
internal sealed class RowAccess(IActorAccessor accessor, IServiceProvider services, TimeProvider clock)
{
    private readonly Dictionary<Type, RowArms> _known = [];
    private IRights? _rights;

    public DateTimeOffset Now => clock.GetUtcNow();

    public RowArms Of<T>() where T : class, IScoped
    {
        if (!ReferenceEquals(_rights, accessor.Rights))
        {
            _known.Clear();
            _rights = accessor.Rights;
        }
        if (!_known.TryGetValue(typeof(T), out var arms)) _known[typeof(T)] = arms = Read<T>();
        return arms;
    }

    private RowArms Read<T>() where T : class, IScoped
    {
        if (accessor.Actor is not { } actor) return RowArms.Nothing;
        if (accessor.Rights is SystemRights) return RowArms.Everything;
        if (services.GetService<AccessPolicy<T>>() is not { } policy) return RowArms.Nothing;
        return RowArms.Of([.. policy.Resources.SelectMany(accessor.Rights.ArmsOf)], actor, accessor.Rights, policy.TaskType);
    }
}
