using System.Text.RegularExpressions;
using Mono.Cecil;
using Mono.Cecil.Cil;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Languages;

/// <summary>What people read stands in the resources and nowhere else, and nothing stands there that nobody reads.</summary>
public sealed partial class LiteralTests : IDisposable
{
    /// <summary>Words in the code that are for machines, or for nobody.</summary>
    private static readonly (string Type, string Words)[] NotForPeople =
    [
        ("ApiKey", "Bearer "), // A header.
        ("PostedContent", "application/json; charset=utf-8"), // A header.
        ("SessionConnection", " PowerShell/"), // A header.
        ("FileNameTemplate", "video "), // The name of a file.
        ("DataUriImage", " characters)"), // A value that journals hold.
        ("DelimitedHead", "#TYPE "), // What Windows PowerShell writes.
        ("JsonReading", " LineNumber:"), // What the parser writes.
        ("GalleryPage", "default-src 'none'; media-src 'self' file:; style-src '"), // A page's policy.
        ("GalleryPage", "'; script-src '"),
        ("GalleryPage", "'; base-uri 'none'; form-action 'none'"),
        ("SubmitLog", "The batch was stopped."), // A journal's reason.
        ("JournalJson", "Setting init-only properties is not supported in source generation mode."), // The serializer's generator wrote these.
        ("JournalJson", "The converter '{0}' cannot return null or a JsonConverterFactory instance."),
        ("JournalJson", "The converter '{0}' is not compatible with the type '{1}'."),
        ("SubmitBody", "Encoding "), // Cannot happen.
        ("SubmitBody", " bytes ended with "),
        ("SubmitBody", " after "),
        ("SubmitBody", " characters."),
        ("ViewText", @"d\ \d\ h\ \h"), // A format.
        ("SubmitAbandonedException", "The submit was given up after it was sent."), // Caught on its way.
    ];

    private readonly ModuleDefinition _module = ModuleDefinition.ReadModule(Path.Combine(Repository.StagedModule, "bin", "net8.0", "SiliconFlow.Video.dll"));

    public void Dispose() => _module.Dispose();

    [Fact]
    public void Words_stand_in_the_resources_alone()
    {
        // PrintMembers is how the compiler shows records: for debuggers.
        var words = from method in Methods()
                    where method.Name != "PrintMembers"
                    from instruction in method.Body.Instructions
                    where instruction.OpCode == OpCodes.Ldstr && Words().IsMatch((string)instruction.Operand)
                    select (Outermost(method.DeclaringType).Name, (string)instruction.Operand);

        Assert.Equal(NotForPeople.Order(), words.Distinct().Order());
    }

    [Fact]
    public void No_text_is_unused()
    {
        var said = from method in Methods()
                   where method.DeclaringType.Name != nameof(Messages)
                   from instruction in method.Body.Instructions
                   where instruction.Operand is MethodReference { DeclaringType.Name: nameof(Messages) }
                   select ((MethodReference)instruction.Operand).Name;

        Assert.Empty(ResourceFiles.Members.Select(member => member.Name).Except(said));
    }

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private IEnumerable<MethodDefinition> Methods() => _module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody);

    // Texts that are put together come in pieces, with a blank at an end.
    [GeneratedRegex(@"\p{L}\p{P}* | \p{P}*\p{L}")]
    private static partial Regex Words();
}
