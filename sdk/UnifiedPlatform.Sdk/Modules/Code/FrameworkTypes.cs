using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace UnifiedPlatform.Sdk.Modules.Code;

/// <summary>Whether a type in a signature is the framework's through and through, so that what remembers it keeps no module alive. An <c>object</c> may be anything.</summary>
internal sealed class FrameworkTypes : ISignatureTypeProvider<bool, object?>
{
    public static readonly FrameworkTypes Instance = new();

    public bool GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode != PrimitiveTypeCode.Object;

    public bool GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => false;

    public bool GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => SignatureNames.Of(reader, handle).StartsWith("System.", StringComparison.Ordinal);

    public bool GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public bool GetGenericInstantiation(bool genericType, ImmutableArray<bool> typeArguments) => genericType && typeArguments.All(argument => argument);

    public bool GetGenericTypeParameter(object? genericContext, int index) => false;

    public bool GetGenericMethodParameter(object? genericContext, int index) => false;

    public bool GetSZArrayType(bool elementType) => elementType;

    public bool GetArrayType(bool elementType, ArrayShape shape) => elementType;

    public bool GetByReferenceType(bool elementType) => elementType;

    public bool GetPointerType(bool elementType) => elementType;

    public bool GetPinnedType(bool elementType) => elementType;

    public bool GetModifiedType(bool modifier, bool unmodifiedType, bool isRequired) => unmodifiedType;

    public bool GetFunctionPointerType(MethodSignature<bool> signature) => false;
}
