using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Module;

/// <summary>What Format-List shows of objects unless it is told.</summary>
public sealed class DisplaySetTests
{
    [Theory]
    [InlineData(typeof(SFVideo), "", new[] { "Position", "InferenceTime", "Journal" })]
    [InlineData(typeof(SFVideo), "#Journal", new[] { "Url", "LinkExpiresAt", "Position", "InferenceTime" })]
    [InlineData(typeof(SFVideoFile), "", new[] { "PSPath", "Video" })]
    [InlineData(typeof(SFVideoModel), "", new[] { "CustomModel" })]
    public void All_properties_are_listed_but_those_that_are_twice_or_seldom_of_use(Type type, string row, string[] left)
    {
        foreach (var prefix in new[] { "", "Deserialized." })
        {
            using var session = ModuleRunspace.Open();
            var shown = session.Run(
                $"$item = [pscustomobject] @{{ PSTypeName = '{prefix}{type.FullName}{row}' }}; $item.PSStandardMembers.DefaultDisplayPropertySet.ReferencedPropertyNames").ThrowOnError().Lines;

            var expected = type.GetProperties().Select(property => property.Name).Except(left).Concat(row.Length > 0 ? ["File"] : []);
            Assert.Equal(expected.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
        }
    }
}
