using SiliconFlow.Video.Saving;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Tests;

/// <summary>Windows takes paths of 260 characters and more from Windows PowerShell only where an administrator allowed them.</summary>
public sealed class LongPathTests
{
    private static readonly LinkVersion Version = new("\"0123456789abcdef0123456789abcdef\"", 4194304);

    [Theory]
    [InlineData(10)]
    [InlineData(90)]
    [InlineData(150)]
    public void A_file_that_every_Windows_takes_has_a_partial_file_that_every_Windows_takes(int folderLength)
    {
        var folder = "/" + new string('f', folderLength - 1);
        var target = Path.Combine(folder, new string('x', Math.Min(160, 259 - folderLength - 5)) + ".mp4");

        var name = PartialName.Make(target, "k6c86xim31fv", Version);

        Assert.InRange(Path.Combine(folder, name).Length, 1, 259);
        Assert.Equal(("k6c86xim31fv", Version), PartialName.Read(name));
    }

    [Fact]
    public void A_short_name_stays_whole() =>
        Assert.StartsWith("cat.mp4.k6c86xim31fv.", PartialName.Make("/videos/cat.mp4", "k6c86xim31fv", Version), StringComparison.Ordinal);

    [Fact]
    public void A_path_that_is_too_long_for_some_is_too_long_at_once_and_not_after_the_transfer() =>
        Assert.InRange(("/" + new string('f', 200) + "/" + PartialName.Make("/" + new string('f', 200) + "/" + new string('x', 160) + ".mp4", "k6c86xim31fv", Version)).Length, 260, 1000);
}
