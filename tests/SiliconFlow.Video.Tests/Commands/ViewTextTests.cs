using System.Globalization;
using System.Management.Automation;
using SiliconFlow.Video.Commands;

namespace SiliconFlow.Video.Tests.Commands;

public sealed class ViewTextTests
{
    private static readonly DateTime Start = new(2026, 10, 25, 0, 30, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(0, "0:00")]
    [InlineData(-5, "0:00")]
    [InlineData(65, "1:05")]
    [InlineData(3599, "59:59")]
    [InlineData(3600, "1:00:00")]
    [InlineData(86399, "23:59:59")]
    [InlineData(86400 + 7200 + 59, "1 d 2 h")]
    [InlineData(86400 * 400, "400 d 0 h")]
    public void The_time_from_submit_to_end_is_told(int seconds, string expected)
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            Assert.Equal(expected, ViewText.Elapsed(Bag(("SubmittedAt", Start), ("CompletedAt", new PSObject(Start.AddSeconds(seconds).ToLocalTime())))));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void A_job_that_has_not_ended_shows_its_age() =>
        Assert.Matches("^3 d [0-9]+ h$", ViewText.Elapsed(Bag(("SubmittedAt", DateTime.Now.AddHours(-84)), ("CompletedAt", null))));

    [Theory]
    [InlineData(1048576L, 1.0)]
    [InlineData("524288", 0.5)]
    [InlineData("long", null)]
    [InlineData(null, null)]
    public void Lengths_are_told_in_megabytes(object? length, double? expected) => Assert.Equal(expected, ViewText.Megabytes(Bag(("Length", length))));

    [Fact]
    public void What_is_no_job_has_nothing_to_tell()
    {
        foreach (var item in new[] { null, Bag(), Bag(("Status", null), ("SubmittedAt", "soon"), ("Length", new object()), ("Name", ""), ("File", null)) })
        {
            Assert.Null(ViewText.Status(item, null));
            Assert.Null(ViewText.Elapsed(item));
            Assert.Null(ViewText.Megabytes(item));
            Assert.Null(ViewText.Label(item));
            Assert.Null(ViewText.Outcome(item));
        }
    }

    [Fact]
    public void A_job_is_known_by_its_name_else_by_its_id()
    {
        Assert.Equal("hen", ViewText.Label(Bag(("RequestId", "a"), ("Name", "hen"))));
        Assert.Equal("a", ViewText.Label(Bag(("RequestId", "a"), ("Name", null))));
    }

    [Fact]
    public void A_reason_drives_no_terminal() => Assert.Equal("too [31m dark", ViewText.Outcome(Bag(("File", null), ("Reason", "too\e[31m\r\ndark"), ("Prompt", "a hen"))));

    private static PSObject Bag(params (string Name, object? Value)[] properties)
    {
        var bag = new PSObject();
        foreach (var (name, value) in properties)
        {
            bag.Properties.Add(new PSNoteProperty(name, value));
        }

        return bag;
    }
}
