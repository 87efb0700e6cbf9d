using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Identity.Accounts;
using UnifiedPlatform.Host.Identity.ApiKeys;
using UnifiedPlatform.Host.Identity.Data;
using UnifiedPlatform.Host.Identity.Rights;
using UnifiedPlatform.Host.Identity.Ring;
using UnifiedPlatform.Host.Identity.SignIn;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Identity;

/// <summary>Accounts and keys of the demo town, with passwords drawn for this data directory alone and written where only its owner reads them.</summary>
internal sealed class DemoAccounts(IServiceScopeFactory scopes, PasswordHashing hashing, RoleMatrix matrix, PlatformOptions options) : IDisposable
{
    public const string FileName = "demo-credentials.json";
    private const int KeyRate = 2_000;
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly SemaphoreSlim _once = new(1, 1);

    /// <summary>Whether they are made.</summary>
    public bool Ready { get; private set; }

    /// <summary>Whether this data directory holds the passwords; the accounts may have been made by another host on the same database.</summary>
    public bool Here => File.Exists(options.InData(FileName));

    public void Dispose() => _once.Dispose();

    /// <summary>Makes the accounts when the database has none, and says where their passwords are.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        await _once.WaitAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.ActAsModule("host");
            var database = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
            if (!await database.Accounts.AnyAsync(cancellationToken)) await MakeAsync(scope.ServiceProvider, database, cancellationToken);
        }
        finally
        {
            _once.Release();
        }
        if (Ready) return;
        Ready = true;
        if (Here) Console.WriteLine($"Demo accounts: {string.Join(", ", DemoPeople.All.Select(person => person.User))}. Passwords and API keys: {options.InData(FileName)}");
    }

    private async Task MakeAsync(IServiceProvider services, IdentityDbContext database, CancellationToken cancellationToken)
    {
        var drawn = DemoPeople.All.Select(person => (Person: person, Password: RandomNumberGenerator.GetString(Letters, 16))).ToArray();
        var hashes = await Task.WhenAll(drawn.Select(one => hashing.HashAsync(one.Password, cancellationToken).AsTask()));
        var accounts = services.GetRequiredService<AccountAdministration>();
        var keys = new List<object>();
        var unit = services.GetRequiredKeyedService<IUnitOfWork>(Databases.Host);
        await unit.RunAsync(async token =>
        {
            for (var i = 0; i < drawn.Length; i++)
            {
                var person = drawn[i].Person;
                var account = accounts.Add(person.ToAccount(), AccountState.Active);
                account.PasswordHash = hashes[i];
                if (person.HasKey) keys.Add(await KeyAsync(accounts, person.User, person.ToAccount(), person.Purpose, account.Id, token));
            }
            foreach (var machine in DemoPeople.Machines) keys.Add(await KeyAsync(accounts, machine.User, machine.ToAccount(), machine.Purpose, null, token));
            await database.SaveChangesAsync(token);
            // Written before the commit: accounts whose passwords nobody knows would have to be thrown away.
            OwnerOnlyFile.Write(options.InData(FileName), JsonSerializer.SerializeToUtf8Bytes(new { accounts = drawn.Select(Written), apiKeys = keys }, Json));
        }, cancellationToken);
    }

    private async ValueTask<object> KeyAsync(AccountAdministration accounts, string name, NewAccount person, string purpose, AccountId? responsible, CancellationToken cancellationToken)
    {
        var machine = person with { User = "key-" + name, Kind = AccountKind.Machine, Responsible = responsible?.Value };
        var key = await accounts.CreateKeyAsync(machine, new NewApiKey(person.Name, NewApiKey.UsualLife, null, PerSecond: KeyRate), cancellationToken);
        return new { name, key, permissions = person.Grants.SelectMany(grant => matrix.Of(grant.Role).Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray(), purpose };
    }

    private static object Written((DemoPerson Person, string Password) one) =>
        new { user = one.Person.User, password = one.Password, roles = one.Person.Grants.Select(grant => grant.Role).ToArray(), purpose = one.Person.Purpose };
}
