using System.Text.RegularExpressions;
using SiliconFlow.Video.Tests.Help;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Docs;

/// <summary>The README of another language says the same as README.md: all that is not prose is equal.</summary>
public sealed partial class ReadmeTranslationTests
{
    /// <summary>The languages besides English; one that has pages of help has a README, too.</summary>
    public static TheoryData<string> Languages => [.. HelpPages.Languages.Where(language => language != "en-US")];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_leads_to_the_other_before_all_else(string language)
    {
        var translated = Readme.In(language);

        Assert.Equal(translated.FileName, Readme.Original.LinkTargets[0]);
        Assert.Equal(Readme.Original.FileName, translated.LinkTargets[0]);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_headings_are_as_many_and_of_the_same_levels(string language) =>
        Assert.Equal(Readme.Original.HeadingMarks, Readme.In(language).HeadingMarks);

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_code_is_the_same_but_for_its_comments(string language) =>
        Assert.Equal(Readme.Original.Fences.Select(WithoutComments), Readme.In(language).Fences.Select(WithoutComments));

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_cells_of_tables_name_the_same_code(string language) =>
        Assert.Equal(Readme.Original.TableRows.Select(Code), Readme.In(language).TableRows.Select(Code));

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_errors_have_the_same_ids_kinds_and_categories(string language) =>
        Assert.Equal(Readme.Original.Table("ErrorId").Select(row => row[..3]), Readme.In(language).Table("ErrorId").Select(row => row[..3]));

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_links_lead_to_the_same_places_or_to_their_translations(string language) => Assert.Equal(
        Readme.Original.LinkTargets.Skip(1).Select(target => Translated(target, language)).Order(StringComparer.Ordinal),
        Readme.In(language).LinkTargets.Skip(1).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_links_to_files_lead_somewhere(string language) => Assert.All(
        Readme.Original.LinkTargets.Concat(Readme.In(language).LinkTargets).Where(target => !target.StartsWith("https://", StringComparison.Ordinal)),
        target => Assert.True(File.Exists(Path.Combine(Repository.Root, target)), target));

    /// <summary>Of a comment only that it is there.</summary>
    private static string WithoutComments((string Language, string Content) fence) =>
        string.Join('\n', fence.Content.Split('\n').Select(line => line.StartsWith('#') ? "#" : line).Prepend(fence.Language));

    /// <summary>The code in each cell of a row. Another language may name it in another order within the cell.</summary>
    private static string Code(string[] cells) =>
        string.Join(" | ", cells.Select(cell => string.Join(' ', CodeSpan().Matches(cell).Select(match => match.Value).Order(StringComparer.Ordinal))));

    private static string Translated(string target, string language) => target.Replace("docs/en-US/", $"docs/{language}/", StringComparison.Ordinal);

    [GeneratedRegex("`[^`]+`")]
    private static partial Regex CodeSpan();
}
