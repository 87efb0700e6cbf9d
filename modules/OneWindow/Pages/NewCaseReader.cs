using System.Text.Json;
using UnifiedPlatform.OneWindow.Cases;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.OneWindow.Items;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.Sdk.Web.Components;
using UnifiedPlatform.Sdk.Web.Forms;

namespace UnifiedPlatform.OneWindow.Pages;

/// <summary>Reads the posted form of a new case into a request; what is wrong joins the form's errors, all at once.</summary>
internal sealed class NewCaseReader(IResidents residents, ItemForm fields, ITexts texts)
{
    public async Task<OpenCaseRequest> ReadAsync(NewCase draft, ServiceItem item, bool accept, CancellationToken cancellationToken)
    {
        var form = draft.Form;
        foreach (var question in item.Questions)
            if (question.Kind != QuestionKind.Many && form.Optional("q-" + question.Key) is null) form.Errors.Add("q-" + question.Key, texts.Format(Keys.NewChoose, question.Text));
        var applicant = await ApplicantAsync(item, form, draft.Resident.Id.Value, cancellationToken);
        var (values, kept) = Values(item, draft);
        CheckShape(item, values, kept, form);
        var materials = Materials(draft, item, form, accept);
        return new OpenCaseRequest(item.Code, draft.Resident.Id.Value, NewCases.Answers(item, form), values, materials, applicant, kept, accept);
    }

    /// <summary>Puts a refusal of the counter where it belongs on the page.</summary>
    public void Place(CaseRefusal refusal, string detail, ServiceItem item, FormState form)
    {
        var before = form.Errors.Count;
        foreach (var pointer in refusal.Pointers)
        {
            if (fields.Place(pointer, item, form)) continue;
            if (item.Questions.FirstOrDefault(question => question.Key == pointer) is { } question) form.Errors.Add("q-" + pointer, texts.Format(Keys.NewChoose, question.Text));
            else if (item.Materials.FirstOrDefault(material => material.Key == pointer) is { } material) form.Errors.Add(NewCasePapers.Prefix + pointer, texts.Format(Keys.NewPaperMissing, material.Title));
        }
        if (form.Errors.Count == before) form.Errors.Add("", detail);
    }

    private async Task<Guid?> ApplicantAsync(ServiceItem item, FormState form, Guid resident, CancellationToken cancellationToken)
    {
        if (form["who"] != "proxy" || !item.Proxy.Allowed) return null;
        if (form.Optional("proxy-id") is not { } number) form.Errors.Add("proxy-id", texts[Keys.NewProxyMissing]);
        else if (await residents.FindByNationalIdAsync(number, cancellationToken) is not { } proxy) form.Errors.Add("proxy-id", texts[Keys.NewProxyUnknown]);
        else if (proxy.Value == resident) form.Errors.Add("proxy-id", texts[Keys.NewProxySame]);
        else return proxy.Value;
        return null;
    }

    private (JsonElement Values, IReadOnlyList<string> Kept) Values(ServiceItem item, NewCase draft)
    {
        var (values, kept) = (new List<DossierValue>(), new List<string>());
        foreach (var field in item.Form.Fields.Where(field => draft.Asked.Contains(field.Path)))
        {
            var name = ItemForm.NameOf(field.Path);
            var known = Prefills.Of(field, draft.Resident);
            // What the register holds and nobody changed stays there: the case keeps its source and day.
            if (known is not null && (known.Masked ? draft.Form.Optional(name) is null : !draft.Form.Has(name) || draft.Form[name] == known.Value)) kept.Add(field.Path);
            else if (fields.Value(field, draft.Form) is { } value) values.Add(new DossierValue(field.Path, value, "applicant", default, false));
        }
        return (new Dossier(new Dictionary<string, JsonElement>(), values, new Dictionary<string, JsonElement>()).Form(), kept);
    }

    private void CheckShape(ServiceItem item, JsonElement values, IReadOnlyList<string> kept, FormState form)
    {
        foreach (var problem in JsonShape.Parse(item.Form.Schema).Check(values))
            if (!kept.Contains(problem.Pointer) && item.Form.Fields.FirstOrDefault(field => field.Path == problem.Pointer) is { } field) form.Errors.Add(ItemForm.NameOf(field.Path), fields.Fault(field, problem.Keyword));
    }

    private Dictionary<string, MaterialStatus> Materials(NewCase draft, ServiceItem item, FormState form, bool accept)
    {
        var facts = ResidentFacts.Of(draft.Resident);
        var states = new Dictionary<string, MaterialStatus>();
        foreach (var material in item.Materials)
            states[material.Key] = NewCases.IsOnRecord(material, facts) ? MaterialStatus.Fetched : form[NewCasePapers.Prefix + material.Key] == "received" ? MaterialStatus.Given : MaterialStatus.Missing;
        if (accept && draft.Papers is { Clear: true } papers)
            foreach (var paper in papers.Missing(form)) form.Errors.Add(NewCasePapers.Prefix + paper.Key, texts.Format(Keys.NewPaperMissing, paper.Title));
        return states;
    }
}
