using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Sdk.Access;

internal sealed class Access(IActorAccessor accessor, IServiceProvider services, TimeProvider clock) : IAccess
{
    private readonly Dictionary<Type, DbContext> _contexts = [];
    private readonly Dictionary<(string Type, string Verb), HashSet<Guid>> _opened = [];

    public Actor Actor => accessor.Actor ?? throw new InvalidOperationException("Nobody is signed in; a public endpoint asks SignedIn first.");

    public bool SignedIn => accessor.Actor is not null;

    public IRights Rights => accessor.Rights;

    public bool May(string permission) => accessor.Rights.Has(permission);

    public IQueryable<T> Query<T>(DbContext database, string permission) where T : class, IScoped
    {
        ArgumentNullException.ThrowIfNull(database);
        _contexts[typeof(T)] = database;
        var rows = database.Set<T>();
        if (accessor.Actor is not { } actor || Policy<T>() is not { } policy || !accessor.Rights.Has(permission)) return rows.Where(ScopePredicates.Nothing<T>());

        var arms = accessor.Rights.Arms(permission);
        var everything = arms.Any(arm => arm.Kind == ScopeKind.All);
        var visible = everything ? rows : rows.Where(Visible(database, policy, permission, arms, actor));
        return policy.Restrict(actor, accessor.Rights) is { } restriction ? visible.Where(restriction) : visible;
    }

    public Decision Check<T>(string permission, T row) where T : class, IScoped
    {
        ArgumentNullException.ThrowIfNull(row);
        if (accessor.Actor is not { } actor || !accessor.Rights.Has(permission)) return Decision.Forbidden;
        if (Policy<T>() is not { } policy) return Decision.Hidden;
        if (policy.Restrict(actor, accessor.Rights) is { } restriction && !restriction.Compile(preferInterpretation: true)(row)) return Decision.Hidden;
        return ScopePredicates.InMemory(accessor.Rights.Arms(permission), actor.Account, row.Scope) || IsOpenedByTask(policy, permission, row) ? Decision.Allowed : Decision.Hidden;
    }

    private System.Linq.Expressions.Expression<Func<T, bool>> Visible<T>(DbContext database, AccessPolicy<T> policy, string permission, IReadOnlyList<ScopeArm> arms, Actor actor) where T : class, IScoped
    {
        var byScope = ScopePredicates.InDatabase<T>(arms, actor.Account);
        if (policy.TaskType is not { } type) return byScope;
        var opened = TaskGrantRows.Opened(database, type, Verb(permission), TaskGrantRows.Subjects(actor, accessor.Rights), clock.GetUtcNow());
        return ScopePredicates.Or(byScope, row => opened.Contains(row.Id));
    }

    private bool IsOpenedByTask<T>(AccessPolicy<T> policy, string permission, T row) where T : class, IScoped
    {
        if (policy.TaskType is not { } type || accessor.Actor is not { } actor || !_contexts.TryGetValue(typeof(T), out var database)) return false;
        var verb = Verb(permission);
        if (!_opened.TryGetValue((type, verb), out var opened))
            _opened[(type, verb)] = opened = [.. TaskGrantRows.Opened(database, type, verb, TaskGrantRows.Subjects(actor, accessor.Rights), clock.GetUtcNow())];
        return opened.Contains(row.Id);
    }

    private AccessPolicy<T>? Policy<T>() where T : class, IScoped => services.GetService<AccessPolicy<T>>();

    private static string Verb(string permission) => permission[(permission.LastIndexOf('.') + 1)..];
}
