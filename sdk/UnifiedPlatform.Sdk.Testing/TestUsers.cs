using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Sdk.Testing;

/// <summary>Lets requests name a user of the test. Stands before the host's own authentication, which leaves alone whom the process itself has named.</summary>
internal sealed class TestUsers : IStartupFilter
{
    public const string Header = "X-Test-User";
    private readonly ConcurrentDictionary<string, TestUser> _users = new(StringComparer.Ordinal);

    public string Add(TestUser user)
    {
        var key = user.Account.Value.ToString("N");
        _users[key] = user;
        return key;
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, following) =>
        {
            if (_users.TryGetValue(context.Request.Headers[Header].ToString(), out var user)) context.Features.Set<IActorFeature>(new Feature(user.ToActor(), user.ToRights()));
            await following(context);
        });
        next(app);
    };

    private sealed record Feature(Actor Actor, IRights Rights) : IActorFeature;
}
