using System.Globalization;
using System.Text.Json;
using UnifiedPlatform.OneWindow.Cases;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.Sdk.Web.Forms;

namespace UnifiedPlatform.OneWindow.Pages;

/// <summary>The fields of an item as a posted form: read into values, and what is wrong with them in words.</summary>
internal sealed class ItemForm(IShell shell, ITexts texts)
{
    /// <summary>Name of the form field of a path of the item.</summary>
    public static string NameOf(string path) => "f" + path.Replace('/', '-');

    /// <summary>What was typed into the field; null: nothing, or it joined the form's errors.</summary>
    /// <param name="field">Field of the item.</param>
    /// <param name="form">The posted form.</param>
    /// <param name="quiet">What cannot be read is nothing, and no error yet.</param>
    public JsonElement? Value(Field field, FormState form, bool quiet = false)
    {
        var name = NameOf(field.Path);
        if (field.Widget == Widget.Multichoice) return form.All(name) is { Count: > 0 } many ? JsonSerializer.SerializeToElement(many) : null;
        if (form.Optional(name) is not { } typed) return null;
        switch (field.Widget)
        {
            case Widget.Yesno: return JsonSerializer.SerializeToElement(typed == "yes");
            case Widget.Date:
                if (LenientDate.TryParse(typed, DateOnly.FromDateTime(shell.Now.DateTime), out var day, out var fault)) return JsonSerializer.SerializeToElement(Formats.DayIso(day));
                if (!quiet) form.Errors.Add(name, fault!.In(shell.Texts)); // a refused date has a fault
                return null;
            case Widget.Number or Widget.Money:
                if (decimal.TryParse(typed, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return JsonSerializer.SerializeToElement(number);
                if (!quiet) form.Errors.Add(name, Fault(field, "type"));
                return null;
            default: return JsonSerializer.SerializeToElement(typed);
        }
    }

    /// <summary>The typed values of some fields as one document.</summary>
    public JsonElement Values(IEnumerable<Field> fields, FormState form, bool quiet = false) => new Dossier(
        new Dictionary<string, JsonElement>(), [.. fields.Select(field => (field.Path, Value: Value(field, form, quiet))).Where(field => field.Value is not null).Select(field => new DossierValue(field.Path, field.Value!.Value, "applicant", default, false))], // filtered above
        new Dictionary<string, JsonElement>()).Form();

    /// <summary>Puts what a refusal points at to the fields of the item; false: it points at none of them.</summary>
    public bool Place(string pointer, ServiceItem item, FormState form)
    {
        var (path, keyword) = pointer.Split('#') is [var at, var key] ? (at, key) : (pointer, "required");
        if (item.Form.Fields.FirstOrDefault(field => field.Path == path) is not { } field) return false;
        form.Errors.Add(NameOf(path), Fault(field, keyword));
        return true;
    }

    public string Fault(Field field, string keyword) => keyword == "required"
        ? texts.Format(field.Widget is Widget.Choice or Widget.Multichoice or Widget.Yesno ? Keys.NewChoose : Keys.NewFill, field.Label)
        : field.Help is { } help ? texts.Format(Keys.NewUnfit, field.Label, help) : texts.Format(Keys.NewCheck, field.Label);
}
