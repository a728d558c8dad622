using Mono.Cecil;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Architecture;

/// <summary>The arrows between the module's folders point down and never up, and only its cmdlets know PowerShell.</summary>
public sealed class LayerTests : IDisposable
{
    private readonly ModuleDefinition _module = ModuleDefinition.ReadModule(Path.Combine(Repository.StagedModule, "bin", "net8.0", "SiliconFlow.Video.dll"));

    public void Dispose() => _module.Dispose();

    [Fact]
    public void References_point_downward() => Assert.Empty(LayerRules.Breaches(_module));

    [Fact]
    public void Every_folder_has_its_place_in_the_order()
    {
        var namespaces = _module.GetTypes().Select(LayerRules.NamespaceOf).Where(name => name.StartsWith("SiliconFlow.Video", StringComparison.Ordinal)).Distinct().ToArray();

        Assert.Equal(
            ["", ".Commands", ".Galleries", ".Journaling", ".Prompts", ".Requests", ".Saving", ".Service", ".Submitting", ".Waiting"],
            namespaces.Select(name => name["SiliconFlow.Video".Length..]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Commands", "Saving", true)]
    [InlineData("Saving", "Service", true)]
    [InlineData("Saving", "Journaling", true)]
    [InlineData("Journaling", "Submitting", false)]
    [InlineData("Service", "Requests", true)]
    [InlineData("Saving", "Saving", true)]
    [InlineData("Service", "Saving", false)]
    [InlineData("Saving", "Commands", false)]
    [InlineData("Saving", "Waiting", false)]
    [InlineData("Galleries", "Journaling", true)]
    [InlineData("Galleries", "Saving", false)]
    [InlineData("Requests", "Service", false)]
    [InlineData("Prompts", "Requests", true)]
    [InlineData("Prompts", "Submitting", false)]
    [InlineData("Requests", "Prompts", false)]
    public void Order_itself_is_held(string from, string to, bool allowed) =>
        Assert.Equal(allowed, LayerRules.Allows("SiliconFlow.Video." + from, "SiliconFlow.Video." + to));

    [Fact]
    public void Root_knows_no_folder() => Assert.False(LayerRules.Allows("SiliconFlow.Video", "SiliconFlow.Video.Requests"));

    [Fact]
    public void References_are_found_in_signatures_and_in_code()
    {
        // Were these not seen, the rules above would hold for any module.
        AssertUses("Saver", "StatusClient");
        AssertUses("SubmitBody", "FileImage");
        AssertUses("NewSFVideoCommand", "Submitter");
        AssertUses("JobStatus", "SFVideoStatus");
    }

    [Fact]
    public void Breach_is_found_where_there_is_one()
    {
        using var module = ModuleDefinition.CreateModule("Breach", ModuleKind.Dll);
        var upper = new TypeDefinition("SiliconFlow.Video.Commands", "Upper", TypeAttributes.Class, module.TypeSystem.Object);
        var lower = new TypeDefinition("SiliconFlow.Video.Service", "Lower", TypeAttributes.Class, module.TypeSystem.Object);
        module.Types.Add(upper);
        module.Types.Add(lower);
        upper.Fields.Add(new FieldDefinition("down", FieldAttributes.Private, lower));
        Assert.Empty(LayerRules.Breaches(module));

        lower.Fields.Add(new FieldDefinition("up", FieldAttributes.Private, new ArrayType(upper)));
        Assert.Equal("SiliconFlow.Video.Service.Lower refers to SiliconFlow.Video.Commands.Upper", LayerRules.Breaches(module).Single());
    }

    [Fact]
    public void Only_the_cmdlets_know_PowerShell()
    {
        var users = TypesThatUse(type => type.Scope.Name == "System.Management.Automation").Select(LayerRules.NamespaceOf).Distinct();

        Assert.Equal(["SiliconFlow.Video.Commands"], users);
    }

    [Fact]
    public void Saving_cannot_submit() => Assert.DoesNotContain(
        TypesThatUse(type => type.Name is "SubmitClient" or "SubmitBody" or "Submitter"),
        type => LayerRules.NamespaceOf(type) == "SiliconFlow.Video.Saving");

    [Fact]
    public void Public_signatures_hold_no_type_of_a_library()
    {
        var types = _module.GetTypes().Where(IsVisible).ToArray();
        var shown = types.SelectMany(SignatureTypes).SelectMany(LayerRules.Parts).Select(type => type.Scope.Name).Distinct().ToArray();

        Assert.Contains(types, type => type.Name == "SFVideoConnection");
        Assert.Contains("System.Management.Automation", shown);
        Assert.DoesNotContain(shown, name => name.StartsWith("Polly", StringComparison.Ordinal) || name.StartsWith("System.Text.Json", StringComparison.Ordinal) || name.StartsWith("CsvHelper", StringComparison.Ordinal));
    }

    private static IEnumerable<TypeReference> SignatureTypes(TypeDefinition type) =>
    [
        .. type.BaseType is { } parent ? [parent] : Array.Empty<TypeReference>(),
        .. type.Interfaces.Select(implemented => implemented.InterfaceType),
        .. type.Fields.Where(field => field.IsPublic || field.IsFamily).Select(field => field.FieldType),
        .. type.Methods.Where(method => method.IsPublic || method.IsFamily).SelectMany(method => method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType)),
    ];

    private static bool IsVisible(TypeDefinition type) => type.DeclaringType is { } outer ? type.IsNestedPublic && IsVisible(outer) : type.IsPublic;

    private void AssertUses(string user, string used) => Assert.Contains(TypesThatUse(type => type.Name == used), type => type.Name == user || type.DeclaringType?.Name == user);

    private IEnumerable<TypeDefinition> TypesThatUse(Func<TypeReference, bool> used) => _module.GetTypes().Where(type => LayerRules.TypesUsedBy(type).Any(used));
}
