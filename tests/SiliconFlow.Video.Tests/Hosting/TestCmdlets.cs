namespace SiliconFlow.Video.Tests.Hosting;

/// <summary>The cmdlets that this assembly brings for its own tests.</summary>
internal static class TestCmdlets
{
    /// <summary>Makes them known to a session.</summary>
    public static void ImportTestCmdlets(this ModuleRunspace session) => session.Run(
        "Import-Module -Assembly $tests",
        variables: new Dictionary<string, object?> { ["tests"] = typeof(TestCmdlets).Assembly }).ThrowOnError();
}
