using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Host.Modules;

/// <summary>Why a module does not run, in the reader's words.</summary>
internal sealed class ModuleFailureTexts(ITexts texts)
{
    public string Of(ModuleFailure failure) => texts.Format("module-failure." + failure.Code, [.. failure.Arguments]);

    /// <summary>No file was chosen.</summary>
    public string FileMissing => texts[Keys.ModulesFileMissing];

    public string Of(ModuleState state) => texts["module-state." + state.ToString().ToLowerInvariant()];
}
