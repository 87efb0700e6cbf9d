using UnifiedPlatform.Host.Identity.Accounts;

namespace UnifiedPlatform.Host.Identity.Sessions;

/// <summary>Whom a browser's cookie names.</summary>
internal sealed class CookieActors(SessionTicket tickets, SessionStore sessions)
{
    /// <summary>The person of a running session; null: there is none, and <see cref="EndedSession"/> says whose it was if it was somebody's.</summary>
    public async ValueTask<ActorFeature?> FindAsync(string cookie, HttpContext context)
    {
        if (!tickets.TryOpen(cookie, out var sid, out var account)) return null;
        if (await sessions.CheckAsync(sid, account, context.RequestAborted) is var (session, known))
            return new ActorFeature(known.ToActor(session.Hash, Purposes.Of(context.Request)), known.Rights) { ProvedAt = session.ProvedAt, Session = session.Id };
        context.Features.Set(new EndedSession(account));
        return null;
    }
}
