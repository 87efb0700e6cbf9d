using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.OneWindow.Pages;

/// <summary>Words of service items.</summary>
internal static class ItemWords
{
    public static string Law(ITexts texts, Law law)
    {
        var name = law.Article is { } article ? texts.Format(Keys.LawArticle, law.Name, article) : texts.Format(Keys.LawName, law.Name);
        return law.Mark == LawMark.U ? texts.Format(Keys.LawUnverified, name) : name;
    }
}
