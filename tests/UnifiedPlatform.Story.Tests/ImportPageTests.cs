using System.Net;
using System.Text;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Story.Tests;

/// <summary>A department's file through the page of a module: each fault with its cure, a preview, then written.</summary>
public sealed class ImportPageTests
{
    private const string Page = "/m/party-building/members/import";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_is_checked_previewed_and_written_in_the_encoding_its_sender_declares(bool postgreSql)
    {
        await using var town = await Town.StartAsync(postgreSql, 60);
        var resident = Town.Residents(60).First(person => person.Birth is { Year: > 1960 and < 1990 });
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var file = Encoding.GetEncoding("gb18030").GetBytes($"身份证号,党组织代码,入党日期\r\n{resident.NationalId},001.002,2020-07-01\r\n");
        using var officer = await DemoBrowser.SignInAsync(town.Platform, "party-officer", Cancelled);

        using (var guessed = await officer.UploadAsync(Page, Page, new() { ["encoding"] = "utf-8" }, file, Cancelled))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, guessed.StatusCode);
            Assert.Contains("编码选GB18030", await guessed.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        }
        using var said = await officer.UploadAsync(Page, Page, new() { ["encoding"] = "gb18030" }, file, Cancelled);
        var preview = await said.Content.ReadAsStringAsync(Cancelled);
        Assert.Equal(HttpStatusCode.OK, said.StatusCode);
        Assert.Contains("001.002", preview, StringComparison.Ordinal);
        Assert.DoesNotContain(resident.NationalId, preview, StringComparison.Ordinal);

        using var content = new FormUrlEncodedContent(DemoBrowser.HiddenFields(preview, Page + "/write"));
        using var written = await officer.PostAsync(Page + "/write", content, Cancelled);

        Assert.Equal(HttpStatusCode.SeeOther, written.StatusCode);
        Assert.Matches("^/m/party-building/members\\?imported=[01]&updated=[01]$", written.Headers.Location!.OriginalString);
    }
}
