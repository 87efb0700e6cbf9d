using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Identity.Accounts;
using UnifiedPlatform.Host.Identity.ApiKeys;
using UnifiedPlatform.Host.Identity.Data;
using UnifiedPlatform.Host.Identity.Rights;
using UnifiedPlatform.Host.Identity.Ring;
using UnifiedPlatform.Host.Identity.Sessions;
using UnifiedPlatform.Host.Identity.Setup;
using UnifiedPlatform.Host.Identity.SignIn;
using UnifiedPlatform.Host.Shell;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Identity;

/// <summary>Who people and machines are, what they may do, and the keys that seal fields.</summary>
internal static class IdentityRoom
{
    public static void AddIdentity(this WebApplicationBuilder builder, PlatformOptions options)
    {
        DemoCertificate.Use(builder, options);
        builder.AddKeys(options);
        var services = builder.Services;
        services.AddAccessDefaults("host");
        services.AddPlatformDatabase<IdentityDbContext>(Databases.Host);
        services.AddSingleton<RoleMatrix>();
        services.AddSingleton<AccountDirectory>();
        services.AddSingleton<IAccountNames, AccountNames>();
        services.ExportToModules<IAccountNames>();
        services.AddSingleton<IStaffing, Staffing>().ExportToModules<IStaffing>();
        services.AddSingleton<SessionTicket>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<CookieActors>();
        services.AddSingleton<KeptForms>();
        services.AddSingleton<ApiKeyStore>();
        services.AddSingleton<PasswordHashing>();
        services.AddSingleton<TimeCodes>();
        services.AddSingleton<LockOut>();
        services.AddSingleton<BrowserTokens>();
        services.AddSingleton<SignInRates>();
        services.AddSingleton<OfficersReady>();
        services.AddSingleton<HostEndpoints>();
        services.AddSingleton<DemoAccounts>();
        services.AddScoped<ILanguageChoice, LanguageChoice>();
        services.AddSingleton<RequestRates>();
        services.AddScoped<SignInService>();
        services.AddScoped<AccountAdministration>();
        services.AddScoped<Passwords>();
        services.AddScoped<FirstRun>();
        services.AddScoped<Activation>();
        services.AddScoped<AccountQueries>();
        services.AddSingleton<InstallationCheck>();
        services.AddSingleton<IDepartmentNames, Departments>();
        services.AddScoped<IHostCommand, SetupCommand>();
        services.AddScoped<IHostCommand, KeysCommand>();
        services.AddSingleton(new HostEntry("/admin/accounts", Keys.AccountTitle, "platform", 50, AccountEndpoints.View));
        services.AddSingleton(new HostEntry("/admin/keys", Keys.KeyTitle, "platform", 55, AccountEndpoints.Keyring));
        services.AddHostedService<IdentityStart>();
        services.AddSingleton<IReadinessCheck, IdentityReadiness>();
    }

    public static void UseIdentity(this WebApplication app)
    {
        app.UseResponseGuard();
        app.UseMiddleware<ExpiredPost>();
        app.UseMiddleware<Authentication>();
        app.UseRequestRates();
        app.UseEndpointGate();
    }

    public static void MapIdentity(this WebApplication app)
    {
        SignInEndpoints.Map(app);
        SetupEndpoints.Map(app);
        AccountEndpoints.Map(app);
        app.Services.GetRequiredService<HostEndpoints>().Watch(app);
    }
}
