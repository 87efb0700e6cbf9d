using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Sdk.Build.Metadata;

/// <summary>Reads an assembly without loading it.</summary>
public static class AssemblyFile
{
    /// <summary>Reads name, references, attributes and classes.</summary>
    public static AssemblyContents Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var reader = file.GetMetadataReader();
        var references = reader.AssemblyReferences.Select(reader.GetAssemblyReference)
            .Select(reference => new ManifestAssembly(reader.GetString(reference.Name), reference.Version.ToString()))
            .OrderBy(reference => reference.Name, StringComparer.Ordinal);
        return new AssemblyContents(
            reader.GetString(reader.GetAssemblyDefinition().Name), [.. references],
            Attributes(reader, reader.GetAssemblyDefinition().GetCustomAttributes()),
            [.. reader.TypeDefinitions.Select(handle => Class(reader, handle))]);
    }

    private static AssemblyType Class(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var flags = type.Attributes;
        var isPublicSealed = (flags & TypeAttributes.VisibilityMask) == TypeAttributes.Public && flags.HasFlag(TypeAttributes.Sealed) && type.GetGenericParameters().Count == 0;
        return new AssemblyType(
            TypeNames.Of(reader, handle),
            type.BaseType.IsNil ? null : TypeNames.Of(reader, type.BaseType),
            [.. type.GetInterfaceImplementations().Select(implementation => TypeNames.Of(reader, reader.GetInterfaceImplementation(implementation).Interface))],
            isPublicSealed, flags.HasFlag(TypeAttributes.Abstract), Attributes(reader, type.GetCustomAttributes()));
    }

    private static AttributeValue[] Attributes(MetadataReader reader, CustomAttributeHandleCollection handles) =>
        [.. handles.Select(handle => Attribute(reader, reader.GetCustomAttribute(handle))).OfType<AttributeValue>()];

    private static AttributeValue? Attribute(MetadataReader reader, CustomAttribute attribute)
    {
        var type = attribute.Constructor.Kind == HandleKind.MemberReference
            ? TypeNames.Of(reader, reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent)
            : TypeNames.Of(reader, reader.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType());
        if (!IsRead(type)) return null;
        var value = attribute.DecodeValue(new AttributeTypes());
        return new AttributeValue(
            type, [.. value.FixedArguments.Select(argument => argument.Value)],
            value.NamedArguments.Where(argument => argument.Name is not null).ToDictionary(argument => argument.Name ?? "", argument => argument.Value, StringComparer.Ordinal));
    }

    private static bool IsRead(string type) =>
        type.StartsWith("UnifiedPlatform.Sdk.", StringComparison.Ordinal)
        || type is "Microsoft.AspNetCore.Components.RouteAttribute" or "Microsoft.EntityFrameworkCore.Migrations.MigrationAttribute" or "System.Reflection.AssemblyFileVersionAttribute";
}
