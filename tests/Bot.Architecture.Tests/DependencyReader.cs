using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace Bot.Architecture.Tests;

/// <summary>Reads the dependencies between types from a compiled assembly. Generated types count as the type that they were generated for.</summary>
internal static class DependencyReader
{
    public static IReadOnlyList<Dependency> Read(string assemblyPath)
    {
        using var module = ModuleDefinition.ReadModule(assemblyPath);
        var found = from type in module.GetAllTypes()
                    where OutermostOf(type).Namespace.StartsWith(nameof(Bot), StringComparison.Ordinal)
                    from used in UsedBy(type).SelectMany(WithArguments)
                    let dependency = new Dependency(OutermostOf(type).FullName, OutermostOf(used).FullName)
                    where dependency.User != dependency.Used
                    select dependency;
        return [.. found.Distinct()];
    }

    private static IEnumerable<TypeReference?> UsedBy(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(implemented => implemented.InterfaceType),
        .. type.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType),
        .. type.CustomAttributes.SelectMany(UsedBy),
        .. type.Properties.SelectMany(property => property.CustomAttributes).SelectMany(UsedBy),
        .. type.Fields.SelectMany(field => field.CustomAttributes.SelectMany(UsedBy).Append(field.FieldType)),
        .. type.Methods.SelectMany(UsedBy),
    ];

    private static IEnumerable<TypeReference?> UsedBy(CustomAttribute attribute) =>
        attribute.ConstructorArguments.Select(argument => argument.Value as TypeReference).Append(attribute.AttributeType);

    private static IEnumerable<TypeReference?> UsedBy(MethodDefinition method) =>
    [
        method.ReturnType,
        .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. method.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType),
        .. method.CustomAttributes.SelectMany(UsedBy),
        .. method.HasBody ? method.Body.Variables.Select(variable => variable.VariableType) : [],
        .. method.HasBody ? method.Body.Instructions.SelectMany(instruction => UsedBy(instruction.Operand)) : [],
    ];

    private static IEnumerable<TypeReference?> UsedBy(object? operand) => operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod method => [.. method.GenericArguments, .. UsedBy(method.ElementMethod)],
        MethodReference method => [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType)],
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    // List<Dictionary<A, B>> uses A and B too.
    private static IEnumerable<TypeReference> WithArguments(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType instance => [instance.ElementType, .. instance.GenericArguments.SelectMany(WithArguments)],
        TypeSpecification specification => WithArguments(specification.ElementType),
        _ => [type],
    };

    private static TypeReference OutermostOf(TypeReference type) => type.DeclaringType is { } outer ? OutermostOf(outer) : type;
}
