using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SiliconFlow.Video.Tests.Architecture;

/// <summary>The order of the module's folders, and what is known of an assembly to hold against it.</summary>
internal static class LayerRules
{
    private const string Root = "SiliconFlow.Video";

    /// <summary>From the top down. Folders of one row do not know each other.</summary>
    private static readonly string[][] Rows = [["Commands"], ["Prompts", "Submitting", "Waiting", "Saving", "Galleries"], ["Journaling"], ["Service"], ["Requests"], [""]];

    /// <summary>Whether code in one namespace may refer to types of another.</summary>
    public static bool Allows(string from, string to)
    {
        var (source, target) = (RowOf(from), RowOf(to));
        return source is null || target is null || from == to || source < target;
    }

    /// <summary>Every reference of the assembly that the order forbids, as text.</summary>
    public static IEnumerable<string> Breaches(ModuleDefinition module) =>
        from type in module.GetTypes()
        from used in TypesUsedBy(type).Select(NamespaceAndName).Distinct()
        where !Allows(NamespaceOf(type), used.Namespace)
        select $"{type.FullName} refers to {used.Namespace}.{used.Name}";

    /// <summary>The types that a type refers to, in its signatures, its attributes and its code.</summary>
    public static IEnumerable<TypeReference> TypesUsedBy(TypeDefinition type)
    {
        IEnumerable<TypeReference?> direct =
        [
            type.BaseType,
            .. type.Interfaces.Select(implemented => implemented.InterfaceType),
            .. type.CustomAttributes.Select(attribute => attribute.AttributeType),
            .. type.Fields.Select(field => field.FieldType),
            .. type.Fields.SelectMany(field => field.CustomAttributes).Select(attribute => attribute.AttributeType),
            .. type.Properties.Select(property => property.PropertyType),
            .. type.Properties.SelectMany(property => property.CustomAttributes).Select(attribute => attribute.AttributeType),
            .. type.Methods.SelectMany(TypesUsedBy),
        ];
        return direct.OfType<TypeReference>().SelectMany(Parts);
    }

    /// <summary>The namespace of a type; that of the outermost one where it is nested.</summary>
    public static string NamespaceOf(TypeReference type) => type.DeclaringType is { } outer ? NamespaceOf(outer) : type.Namespace;

    /// <summary>What a type is made of: the arguments of a generic one, the elements of an array.</summary>
    public static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification specification => Parts(specification.ElementType),
        _ => [type],
    };

    private static IEnumerable<TypeReference?> TypesUsedBy(MethodDefinition method) =>
    [
        method.ReturnType,
        .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. method.CustomAttributes.Select(attribute => attribute.AttributeType),
        .. method.HasBody ? method.Body.Variables.Select(variable => variable.VariableType) : [],
        .. method.HasBody ? method.Body.ExceptionHandlers.Select(handler => handler.CatchType) : [],
        .. method.HasBody ? method.Body.Instructions.SelectMany(TypesUsedBy) : [],
    ];

    private static IEnumerable<TypeReference> TypesUsedBy(Instruction instruction) => instruction.Operand switch
    {
        GenericInstanceMethod called => [called.DeclaringType, called.ReturnType, .. called.GenericArguments],
        MethodReference called => [called.DeclaringType, called.ReturnType],
        FieldReference field => [field.DeclaringType, field.FieldType],
        TypeReference type => [type],
        _ => [],
    };

    private static (string Namespace, string Name) NamespaceAndName(TypeReference type) => (NamespaceOf(type), type.Name);

    private static int? RowOf(string name) =>
        name == Root ? Rows.Length - 1
        : name.StartsWith(Root + ".", StringComparison.Ordinal) ? Array.FindIndex(Rows, row => row.Contains(name[(Root.Length + 1)..]))
        : null;
}
