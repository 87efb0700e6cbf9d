using UnifiedPlatform.OneWindow.Domain.Expressions;
using UnifiedPlatform.OneWindow.Domain.Items;

namespace UnifiedPlatform.OneWindow.Domain.Cases;

/// <summary>Which organisation in which region decides.</summary>
public sealed record Competence(string Org, string Region)
{
    private const int CountyDigits = 6;

    public static Competence? Of(ServiceItem rules, IInputs inputs, string? dwelling, string? hukou, string lead)
    {
        foreach (var rule in rules.Jurisdiction)
        {
            if (rule.When is { } when && !when.Satisfied(inputs)) continue;
            var region = rule.By switch
            {
                JurisdictionBy.Dwelling => dwelling,
                JurisdictionBy.Hukou or JurisdictionBy.HouseholdTarget => hukou ?? dwelling,
                _ => dwelling ?? hukou,
            };
            if (region is null || region.Length < Math.Min(rule.Level, CountyDigits)) return null;
            return rule.Org.Resolve(lead, null, region) is { } org ? new Competence(org, region) : null;
        }
        return null;
    }

    /// <summary>Whether the counter may accept what that region decides.</summary>
    public static bool MayAccept(ServiceItem rules, string? counter, string decides, string? acting)
    {
        var here = counter ?? acting;
        return rules.Accept.Mode switch
        {
            AcceptMode.Here => here is not null && decides.StartsWith(Queues.QueueLines.Town(here), StringComparison.Ordinal),
            _ when rules.Accept.Regions is { Count: > 0 } regions => here is not null && regions.Any(region => here.StartsWith(region, StringComparison.Ordinal)),
            _ => here is not null && string.CompareOrdinal(here, 0, decides, 0, Digits(rules.Catalogue.Scope)) == 0,
        };
    }

    private static int Digits(CatalogueScope scope) => scope switch
    {
        CatalogueScope.County => 6,
        CatalogueScope.City => 4,
        CatalogueScope.Province => 2,
        _ => 0,
    };
}
