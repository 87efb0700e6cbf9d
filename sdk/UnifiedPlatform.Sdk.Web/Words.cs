namespace UnifiedPlatform.Sdk.Web;

/// <summary>Keys of the frame's and the shared components' texts in the host's resources (<see cref="IShell.Texts"/>).</summary>
internal static class Words
{
    public const string Product = "shell.product";
    public const string SkipToMain = "shell.skip-to-main";
    public const string Environment = "shell.environment";
    public const string DemoLine = "shell.demo-line";
    public const string FindResident = "shell.find-resident";
    public const string FindPlaceholder = "shell.find-placeholder";
    public const string KeyHelp = "shell.key-help";
    public const string KeyHelpTitle = "shell.key-help-title";
    public const string KeyHelpHint = "shell.key-help-hint";
    public const string Close = "shell.close";
    public const string Display = "shell.display";
    public const string TypeSize = "shell.type-size";
    public const string TypeNormal = "shell.type-normal";
    public const string TypeLarge = "shell.type-large";
    public const string Theme = "shell.theme";
    public const string ThemeSystem = "shell.theme-system";
    public const string ThemeLight = "shell.theme-light";
    public const string ThemeDark = "shell.theme-dark";
    public const string MainNavigation = "shell.main-navigation";
    public const string SignIn = "shell.sign-in";
    public const string SignOut = "shell.sign-out";
    public const string Position = "shell.position";
    public const string ThingsToFixOne = "shell.things-to-fix.one";
    public const string ThingsToFixMany = "shell.things-to-fix.many";
    public const string NotSent = "shell.not-sent";
    public const string NotSentHint = "shell.not-sent-hint";
    public const string Restored = "shell.restored";
    public const string Discard = "shell.discard";
}
