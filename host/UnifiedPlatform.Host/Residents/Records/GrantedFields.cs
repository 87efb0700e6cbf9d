using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Host.Residents.Records;

/// <summary>Leaves a module the fields it was granted and hides the rest, whatever the user may see.</summary>
internal sealed class GrantedFields(ModuleCaller caller, ITexts texts)
{
    public IReadOnlyDictionary<ResidentId, ResidentSummary> Filter(Dictionary<ResidentId, ResidentSummary> summaries)
    {
        if (caller.Manifest is null) return summaries;
        var (name, sex, age, number, phone, address, region) = (Has("name"), Has("sex"), Has("age"), Has("national-id"), Has("phone"), Has("address"), Has("region"));
        return summaries.ToDictionary(entry => entry.Key, entry => entry.Value with
        {
            Name = name ? entry.Value.Name : texts["residents.hidden-name"], Sex = sex ? entry.Value.Sex : "0", AgeBand = age ? entry.Value.AgeBand : null,
            MaskedNationalId = number ? entry.Value.MaskedNationalId : null, MaskedPhone = phone ? entry.Value.MaskedPhone : null, Address = address ? entry.Value.Address : null,
            Region = region ? entry.Value.Region : null, Grid = region ? entry.Value.Grid : null,
        });
    }

    public ResidentFields Filter(ResidentFields fields) => caller.Manifest is null ? fields : fields with
    {
        Name = Has("name") ? fields.Name : texts["residents.hidden-name"], Sex = Has("sex") ? fields.Sex : "0", AgeYears = Has("age") ? fields.AgeYears : null,
        Phone = Has("phone") ? fields.Phone : null, Dwelling = Has("address") ? fields.Dwelling : null, Region = Has("region") ? fields.Region : null, Grid = Has("region") ? fields.Grid : null,
        HukouRegion = Has("hukou") ? fields.HukouRegion : null, DocumentKinds = Has("documents") ? fields.DocumentKinds : [],
    };

    private bool Has(string field) => caller.Has(Capabilities.Resident(field));
}
