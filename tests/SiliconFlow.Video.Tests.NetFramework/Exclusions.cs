using Xunit.Abstractions;

namespace SiliconFlow.Video.Tests;

/// <summary>Tests that do not run here, each with its reason.</summary>
internal static class Exclusions
{
    private static readonly (string Test, string Reason)[] Everywhere =
    [
        ("PartialFileTests.Date_stands_in_where_there_is_no_entity_tag", "The simulator is another process, and the files that it serves are of another clock."),
    ];

    /// <summary>What Mono fails for reasons of its own, and .NET Framework does not.</summary>
    private static readonly (string Test, string Reason)[] OnMono =
    [
        ("DiskSpaceTests.Room_of_a_folder_is_that_of_its_volume", "Mono knows how much room there is in a folder that is not there."),
        ("PartialFileTests.Download_that_another_process_is_at", "Mono words the error of a file in use differently (\"Sharing violation\")."),
        ("gets_Chinese(culture: \"zh-Hans-CN\")", "Mono does not know the culture."),
        ("gets_Chinese(culture: \"zh-Hans-HK\")", "Mono does not know the culture."),
        ("EncodingTests.Byte_that_GB18030_lacks", "Mono's encodings of China put a question mark where they are told to throw."),
    ];

    /// <summary>Why a test does not run; null where it does.</summary>
    public static string? ReasonFor(ITestCase test) =>
        Array.Find([.. Everywhere, .. Family.IsMono ? OnMono : []], exclusion => test.DisplayName.Contains(exclusion.Test)).Reason;
}
