using System.Reflection.Metadata;

namespace UnifiedPlatform.Sdk.Build.Metadata;

/// <summary>Full names of types from metadata handles.</summary>
internal static class TypeNames
{
    public static string Of(MetadataReader reader, EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeReference => Of(reader, (TypeReferenceHandle)handle),
        HandleKind.TypeDefinition => Of(reader, (TypeDefinitionHandle)handle),
        HandleKind.TypeSpecification => OfGeneric(reader, (TypeSpecificationHandle)handle),
        _ => "",
    };

    public static string Of(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        return Join(reader.GetString(type.Namespace), reader.GetString(type.Name));
    }

    public static string Of(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var outer = type.GetDeclaringType();
        return outer.IsNil ? Join(reader.GetString(type.Namespace), reader.GetString(type.Name)) : $"{Of(reader, outer)}+{reader.GetString(type.Name)}";
    }

    // GENERICINST (CLASS | VALUETYPE) TypeDefOrRef …: the open type is all that is asked for.
    private static string OfGeneric(MetadataReader reader, TypeSpecificationHandle handle)
    {
        var blob = reader.GetBlobReader(reader.GetTypeSpecification(handle).Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance) return "";
        blob.ReadCompressedInteger();
        return Of(reader, blob.ReadTypeHandle());
    }

    private static string Join(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";
}
