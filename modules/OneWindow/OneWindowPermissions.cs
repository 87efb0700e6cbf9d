namespace UnifiedPlatform.OneWindow;

/// <summary>Permissions of the counter.</summary>
public static class OneWindowPermissions
{
    public const string CaseView = "one-window.case.view";
    public const string CaseCreate = "one-window.case.create";
    public const string CaseEdit = "one-window.case.edit";
    public const string CaseDecide = "one-window.case.decide";
    public const string CaseAssign = "one-window.case.assign";
    public const string CaseApprove = "one-window.case.approve";
    public const string PartView = "one-window.part.view";
    public const string PartEdit = "one-window.part.edit";
    public const string ItemView = "one-window.item.view";
    public const string RatingView = "one-window.rating.view";
}
