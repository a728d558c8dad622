using CsCheck;
using SiliconFlow.Video.Galleries;

namespace SiliconFlow.Video.Tests.Galleries;

public sealed class FileLinkPropertyTests
{
    private static readonly Gen<string> Name = Gen.OneOf(
        Gen.OneOf("a b", "100%", "#1", "what?", "猫", "🐱", "it's \"x\"", "a+b&c=d", "..a", "%41", "a:b", "javascript:alert(1)", "\\", "<b>", "~"),
        Gen.Char['\u0020', '\ud7ff'].Array[1, 6].Select(letters => new string(letters).Replace('/', '_')))
        .Where(name => name is not ("." or ".."));

    private static readonly Gen<string[]> Names = Name.Array[0, 4];

    [Fact]
    public void A_link_leads_back_to_the_file() => Gen.Select(Names, Names, Name).Sample((folder, up, name) =>
    {
        var shared = folder.Concat(up).ToArray();
        var page = "/" + string.Join('/', folder);
        var file = "/" + string.Join('/', shared.Append(name));

        foreach (var (from, to) in new[] { (page, file), ("/" + string.Join('/', shared), "/" + string.Join('/', folder.Append(name))) })
        {
            var link = FileLink.Between(from, to, windows: false);
            Assert.Equal(to, Follow(from, link));
            Assert.All(link, letter => Assert.Contains(letter, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~%/"));
        }
    });

    /// <summary>As a browser does: part after part, and only then are the parts read.</summary>
    private static string Follow(string folder, string link)
    {
        var place = folder.Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        foreach (var part in link.Split('/'))
        {
            if (part == "..")
            {
                place.RemoveAt(place.Count - 1);
            }
            else
            {
                place.Add(Uri.UnescapeDataString(part));
            }
        }

        return "/" + string.Join('/', place);
    }
}
