using Microsoft.AspNetCore.Components;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Sdk.Web.Components;

/// <summary>A component that speaks with the frame's texts and formats.</summary>
public abstract class ShellComponent : ComponentBase
{
    private Formats? _formats;

    /// <summary>The frame.</summary>
    [Inject]
    protected IShell Shell { get; set; } = default!; // set by the renderer before the first render

    /// <summary>Texts of shared components.</summary>
    protected ITexts T => Shell.Texts;

    /// <summary>Formats of dates and numbers.</summary>
    protected Formats Formats => _formats ??= new Formats(Shell);
}
