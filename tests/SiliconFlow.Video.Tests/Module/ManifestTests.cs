using System.Buffers.Binary;
using System.Collections;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Module;

/// <summary>What the gallery and PowerShell read of the module before it is loaded.</summary>
public sealed class ManifestTests
{
    private static readonly Hashtable Manifest = Read();
    private static readonly Hashtable Gallery = (Hashtable)((Hashtable)Manifest["PrivateData"]!)["PSData"]!;

    [Fact]
    public void It_names_both_editions_and_what_they_need()
    {
        Assert.Equal(["Desktop", "Core"], Words(Manifest["CompatiblePSEditions"]));
        Assert.Equal("5.1", Manifest["PowerShellVersion"]);
        Assert.Equal("4.7.2", Manifest["DotNetFrameworkVersion"]);
    }

    // PowerShell finds a command's module without loading it only where no export is a wildcard.
    [Fact]
    public void Its_exports_are_the_cmdlets_by_name_and_nothing_else()
    {
        using var session = ModuleRunspace.Open();
        var loaded = session.Run("(Get-Module SiliconFlow.Video).ExportedCommands.Keys").ThrowOnError().Lines;

        Assert.Equal(loaded.Order(StringComparer.Ordinal), Words(Manifest["CmdletsToExport"]).Order(StringComparer.Ordinal));
        Assert.All(["FunctionsToExport", "AliasesToExport", "VariablesToExport"], exports => Assert.Empty(Words(Manifest[exports])));
    }

    [Fact]
    public void Its_links_are_https_addresses()
        => Assert.All(["LicenseUri", "ProjectUri"], link => Assert.Equal("https", new Uri((string)Gallery[link]!).Scheme));

    // A link to an icon or to help that is not there would be worse than none.
    [Fact]
    public void It_claims_no_icon_and_no_updatable_help_without_an_address()
    {
        Assert.False(Gallery.ContainsKey("IconUri"));
        Assert.False(Manifest.ContainsKey("HelpInfoURI"));
    }

    // Where the build is told an address, the manifest leads to this file there.
    [Fact]
    public void There_is_an_icon_of_128_pixels_for_an_address()
    {
        ReadOnlySpan<byte> png = File.ReadAllBytes(Path.Combine(Repository.Root, "docs", "icon.png"));

        Assert.Equal("IHDR"u8, png[12..16]);
        Assert.Equal((128, 128), (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..])));
    }

    // The gallery parts tags at spaces.
    [Fact]
    public void Its_tags_are_single_words_and_name_the_editions_and_systems()
    {
        string[] tags = [.. Words(Gallery["Tags"])];

        Assert.Superset(new HashSet<string> { "PSEdition_Core", "PSEdition_Desktop", "Windows", "Linux", "MacOS" }, tags.ToHashSet());
        Assert.Equal(tags.Distinct(StringComparer.OrdinalIgnoreCase), tags);
        Assert.All(tags, tag => Assert.DoesNotContain(' ', tag));
    }

    [Fact]
    public void Its_tags_name_the_cmdlets_for_those_who_search_by_command()
    {
        IEnumerable<string> commands = Words(Manifest["CmdletsToExport"]).Select(cmdlet => $"PSCommand_{cmdlet}");

        Assert.Equal(commands, Words(Gallery["Tags"]).Where(tag => tag.StartsWith("PSCommand_", StringComparison.Ordinal)));
    }

    [Fact]
    public void Its_release_notes_are_the_opening_of_the_newest_changes_and_name_its_version()
    {
        string[] changes = File.ReadAllLines(Path.Combine(Repository.Root, "CHANGELOG.md"));
        IEnumerable<string> opening = changes.SkipWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)).Skip(1)
            .SkipWhile(line => line.Length == 0).TakeWhile(line => line.Length > 0);
        string notes = string.Join(' ', opening).Replace("`", "", StringComparison.Ordinal);

        Assert.Equal(notes, Gallery["ReleaseNotes"]);
        Assert.StartsWith($"{Manifest["ModuleVersion"]}, ", notes, StringComparison.Ordinal);
    }

    private static Hashtable Read()
    {
        using var session = ModuleRunspace.OpenBare();
        var text = File.ReadAllText(Path.Combine(Repository.StagedModule, "SiliconFlow.Video.psd1"));
        return (Hashtable)session.Run(text).ThrowOnError().Output.Single().BaseObject;
    }

    private static IEnumerable<string> Words(object? value) => ((IEnumerable)value!).Cast<object>().Select(word => word.ToString()!);
}
