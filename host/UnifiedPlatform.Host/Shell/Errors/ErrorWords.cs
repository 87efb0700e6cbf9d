using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Host.Shell.Errors;

/// <summary>What an error page says: what happened, then what now.</summary>
internal static class ErrorWords
{
    public static (string Title, string Text) Of(ITexts texts, int status, ErrorCause? cause, string number) => (status, cause?.Code) switch
    {
        (400, "platform.form-expired") => (texts[Keys.ErrorFormTitle], texts[Keys.ErrorFormText]),
        (503, "platform.busy") => (texts[Keys.ErrorBusyTitle], texts[Keys.DataBusy]),
        (503, "platform.storage-full") => (texts[Keys.ErrorFullTitle], texts[Keys.ErrorFullText]),
        (503, "platform.database-away") => (texts[Keys.ErrorAwayTitle], texts[Keys.ErrorAwayText]),
        (503, "audit.unavailable") => (texts[Keys.ErrorAuditTitle], texts[Keys.ErrorAuditText]),
        (403, "modules.capability-missing") => (texts[Keys.ErrorCapabilityTitle], texts.Format(Keys.ErrorCapabilityText, cause.What ?? "")),
        (400, _) => (texts[Keys.Error400Title], texts[Keys.Error400Text]),
        (401 or 403, _) => (texts[Keys.Error403Title], texts[Keys.Error403Text]),
        (404, _) => (texts[Keys.Error404Title], texts[Keys.Error404Text]),
        (405, _) => (texts[Keys.Error405Title], texts[Keys.Error405Text]),
        (409, _) => (texts[Keys.Error409Title], texts[Keys.Error409Text]),
        (413, _) => (texts[Keys.Error413Title], texts[Keys.Error413Text]),
        (415, _) => (texts[Keys.Error415Title], texts[Keys.Error415Text]),
        (422, _) => (texts[Keys.Error422Title], texts[Keys.Error422Text]),
        (429, _) => (texts[Keys.Error429Title], texts[Keys.Error429Text]),
        (503, _) => (texts[Keys.Error503Title], texts[Keys.Error503Text]),
        (>= 500, _) => (texts[Keys.Error500Title], texts.Format(Keys.Error500Text, number)),
        _ => (texts[Keys.Error400Title], texts[Keys.Error400Text]),
    };
}
